package studio.avatar.training.avatar;

import java.util.Set;

/** Where an avatar stands. */
public enum AvatarStatus {

	/** Being described; a person has at most one. */
	DRAFT,
	/** A paid run is under way. */
	TRAINING,
	/** Can be used for pictures. */
	READY,
	/** Its run ended without a model; it can be tried again with the same photos. */
	NOT_TRAINED,
	/** Given up as a draft; gone for the person. */
	DISCARDED;

	boolean canBecome(AvatarStatus next) {
		return switch (this) {
			case DRAFT -> Set.of(TRAINING, DISCARDED).contains(next);
			case TRAINING -> Set.of(READY, NOT_TRAINED).contains(next);
			case NOT_TRAINED -> next == TRAINING;
			case READY, DISCARDED -> false;
		};
	}

	/** Whether a run may be paid for. */
	public boolean trainable() {
		return canBecome(TRAINING);
	}

}
