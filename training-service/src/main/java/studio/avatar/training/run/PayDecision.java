package studio.avatar.training.run;

import java.util.Optional;

import studio.avatar.training.avatar.AvatarStatus;

/** What becomes of the wish to pay for a training. */
sealed interface PayDecision {

	/** A run is begun. */
	record Start() implements PayDecision {
	}

	/** A run is under way: a second press begins nothing. */
	record UnderWay(TrainingRun run) implements PayDecision {
	}

	/** The avatar is trained, or not described yet. */
	record NotTrainable() implements PayDecision {
	}

	/**
	 * There are too few photos.
	 *
	 * @param missing at least 1
	 */
	record PhotosMissing(int missing) implements PayDecision {
	}

	/** Photos are still being looked at. */
	record StillChecking() implements PayDecision {
	}

	static PayDecision decide(Optional<TrainingRun> underWay, AvatarStatus status, boolean described, int photos,
			int waiting, int least) {
		if (underWay.isPresent()) {
			return new UnderWay(underWay.get());
		}
		if (!status.trainable() || !described) {
			return new NotTrainable();
		}
		if (waiting > 0) {
			return new StillChecking();
		}
		return (photos < least) ? new PhotosMissing(least - photos) : new Start();
	}

}
