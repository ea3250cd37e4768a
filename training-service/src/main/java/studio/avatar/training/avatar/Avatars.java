package studio.avatar.training.avatar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** All avatars. Every look-up for a person is by owner. */
@Component
public class Avatars {

	private final AvatarRows rows;

	Avatars(AvatarRows rows) {
		this.rows = rows;
	}

	public void add(Avatar draft) {
		this.rows.save(draft);
	}

	/** An avatar of this person; discarded ones are not there any more. */
	public Optional<Avatar> of(long userId, UUID id) {
		return this.rows.findByIdAndUserId(id, userId).filter((avatar) -> avatar.status() != AvatarStatus.DISCARDED);
	}

	/** A person's avatars, newest first. */
	public List<Avatar> of(long userId) {
		return this.rows.findByUserIdAndStatusNotOrderByCreatedAtDescIdAsc(userId, AvatarStatus.DISCARDED);
	}

	public Optional<Avatar> draftOf(long userId) {
		return this.rows.findByUserIdAndStatus(userId, AvatarStatus.DRAFT);
	}

	/**
	 * Holds the avatar until the transaction ends, so that two do not change it at once.
	 */
	public Avatar lock(UUID id) {
		return this.rows.lock(id).orElseThrow(() -> new IllegalStateException("no avatar " + id));
	}

	public boolean hasMain(long userId) {
		return this.rows.findByUserIdAndMainTrue(userId).isPresent();
	}

	/** Makes a ready avatar main instead of the one that was. */
	public void makeMain(Avatar avatar) {
		this.rows.findByUserIdAndMainTrue(avatar.userId()).ifPresent((former) -> former.main(false));
		this.rows.flush();
		avatar.main(true);
	}

}
