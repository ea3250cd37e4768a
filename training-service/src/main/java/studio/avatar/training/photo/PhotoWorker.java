package studio.avatar.training.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MissingMedia;
import studio.avatar.common.talk.Replies;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.Avatars;

/**
 * Looks at photos one by one, outside of any transaction, and records each verdict in a
 * short one. Killed between the two it looks again and comes to the same verdict.
 */
@Component
class PhotoWorker {

	private final PhotoRows rows;

	private final PhotoShelf shelf;

	private final PhotoInspection inspection;

	private final PhotoCards cards;

	private final Avatars avatars;

	private final Replies replies;

	private final TransactionTemplate transaction;

	private final PhotoSettings settings;

	private final Semaphore decoders;

	PhotoWorker(PhotoRows rows, PhotoShelf shelf, PhotoInspection inspection, PhotoCards cards, Avatars avatars,
			Replies replies, TransactionTemplate transaction, PhotoSettings settings) {
		this.rows = rows;
		this.shelf = shelf;
		this.inspection = inspection;
		this.cards = cards;
		this.avatars = avatars;
		this.replies = replies;
		this.transaction = transaction;
		this.settings = settings;
		this.decoders = new Semaphore(settings.atOnce());
	}

	/** Looks at every photo of a batch that nobody has judged yet. */
	void inspectBatch(UUID batch, PhotoTask.Sender sender) {
		for (Photo photo : this.rows.findByBatchIdAndStatusOrderByPosition(batch, Photo.Status.RECEIVED)) {
			inspect(photo, sender);
		}
	}

	private void inspect(Photo photo, PhotoTask.Sender sender) {
		try {
			Finding finding = needsNoLook(photo) ? null : look(photo);
			MediaRef kept = (finding instanceof Finding.Good good) ? this.shelf.keep(photo, good) : null;
			boolean accepted = Boolean.TRUE
				.equals(this.transaction.execute((status) -> record(photo, finding, kept, sender)));
			this.shelf.forget(photo.original());
			this.shelf.forget(accepted ? null : kept);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean needsNoLook(Photo photo) {
		return judgedBefore(photo).isPresent() || this.shelf.count(photo.avatarId()) >= this.settings.most();
	}

	private Finding look(Photo photo) throws IOException {
		MediaRef original = photo.original();
		if (original == null) {
			return Finding.Bad.of(PhotoFault.NOT_DELIVERED);
		}
		this.decoders.acquireUninterruptibly();
		try {
			return this.inspection.inspect(this.shelf.read(original));
		}
		catch (MissingMedia ex) {
			return Finding.Bad.of(PhotoFault.NOT_DELIVERED);
		}
		finally {
			this.decoders.release();
		}
	}

	/**
	 * Under the avatar's lock, so that numbers and the limit hold for albums judged at
	 * the same time.
	 */
	private boolean record(Photo looked, @Nullable Finding finding, @Nullable MediaRef kept, PhotoTask.Sender sender) {
		Avatar avatar = this.avatars.lock(looked.avatarId());
		Photo photo = this.rows.findById(looked.id()).orElseThrow();
		if (photo.status() == Photo.Status.RECEIVED) {
			judge(photo, finding, kept);
			this.rows.save(photo);
			tell(avatar, photo, sender);
		}
		return photo.status() == Photo.Status.ACCEPTED;
	}

	private void judge(Photo photo, @Nullable Finding finding, @Nullable MediaRef kept) {
		Optional<Photo> same = judgedBefore(photo);
		int count = this.shelf.count(photo.avatarId());
		if (same.isPresent()) {
			photo.refuseLike(same.get());
		}
		else if (finding instanceof Finding.Bad bad) {
			photo.refuse(bad);
		}
		else if (kept == null || count >= this.settings.most()) {
			photo.refuse(PhotoFault.TOO_MANY);
		}
		else {
			photo.accept(count + 1, kept);
		}
	}

	private Optional<Photo> judgedBefore(Photo photo) {
		return (photo.sha256() == null) ? Optional.empty()
				: this.rows.findFirstByAvatarIdAndSha256AndStatusNotOrderByStatus(photo.avatarId(), photo.sha256(),
						Photo.Status.RECEIVED);
	}

	/** Between the photos of a sitting it is progress; the last one must be seen. */
	private void tell(Avatar avatar, Photo photo, PhotoTask.Sender sender) {
		if (!avatar.isDraft()) {
			return;
		}
		var talk = sender.talk("photo/" + photo.id() + "/judged");
		var sitting = this.rows.findBySittingIdOrderByPosition(photo.sittingId());
		var card = this.cards.step(sender.locale(), avatar, sitting);
		if (this.rows.countBySittingIdAndStatus(photo.sittingId(), Photo.Status.RECEIVED) == 0) {
			this.replies.update(talk, PhotoStep.card(avatar.id()), card);
		}
		else {
			this.replies.progress(talk, PhotoStep.card(avatar.id()), card);
		}
	}

}
