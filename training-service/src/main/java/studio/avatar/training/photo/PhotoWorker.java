package studio.avatar.training.photo;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MissingMedia;
import studio.avatar.common.talk.Replies;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.AvatarStatus;
import studio.avatar.training.avatar.Avatars;

/**
 * Looks at photos one by one, outside of any transaction, and records each verdict in a
 * short one. Killed between the two it looks again and comes to the same verdict. Long
 * because what happens to a file depends on every verdict, and is read as one.
 */
@Component
class PhotoWorker {

	private static final Logger log = LoggerFactory.getLogger(PhotoWorker.class);

	/** What became of a look at a batch. */
	enum Outcome {

		/** Every photo is judged. */
		DONE,
		/** Some photo could not be looked at; it did not keep the others waiting. */
		TROUBLE,
		/** As many batches as memory allows are being looked at already. */
		BUSY

	}

	/** What a look has brought, and where it is kept when it is good. */
	private record Looked(@Nullable Finding finding, @Nullable MediaRef kept) {
	}

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

	/**
	 * Looks at every photo of a batch that nobody has judged yet, and takes the originals
	 * of the others away, which a crash may have left.
	 * @param last whether a photo that cannot be looked at now is given up
	 */
	Outcome inspectBatch(UUID batch, PhotoTask.Sender sender, boolean last) {
		if (!this.decoders.tryAcquire()) {
			return Outcome.BUSY;
		}
		try {
			boolean done = true;
			for (Photo photo : this.rows.findByBatchIdOrderByPosition(batch)) {
				done &= inspect(photo, sender, last);
			}
			return done ? Outcome.DONE : Outcome.TROUBLE;
		}
		finally {
			this.decoders.release();
		}
	}

	private boolean inspect(Photo photo, PhotoTask.Sender sender, boolean last) {
		try {
			settle(photo, sender, last);
			return true;
		}
		catch (IOException | RuntimeException | Error ex) {
			// an Error of a decoder says something about this photo, not about the others
			log.atWarn().addKeyValue("chatId", sender.chatId()).setCause(ex).log("Photo not judged yet");
			return false;
		}
	}

	/** Judges a photo and takes its original away, in this order. */
	private void settle(Photo photo, PhotoTask.Sender sender, boolean last) throws IOException {
		boolean wanted = photo.status() != Photo.Status.RECEIVED || conclude(photo, looked(photo, last), sender);
		if (wanted) {
			this.shelf.forget(photo.original());
		}
		else {
			this.shelf.drop(photo);
		}
	}

	private Looked looked(Photo photo, boolean last) throws IOException {
		try {
			Finding finding = needsNoLook(photo) ? null : look(photo);
			return new Looked(finding, (finding instanceof Finding.Good good) ? this.shelf.keep(photo, good) : null);
		}
		catch (IOException | RuntimeException | Error ex) {
			if (last) {
				log.atWarn().addKeyValue("reason", ex.toString()).log("Photo given up");
				return new Looked(Finding.Bad.of(PhotoFault.NOT_DELIVERED), null);
			}
			throw ex;
		}
	}

	/** False when the avatar is gone. */
	private boolean conclude(Photo photo, Looked looked, PhotoTask.Sender sender) throws IOException {
		Optional<Photo> judged = Objects.requireNonNull(
				this.transaction.execute((status) -> record(photo, looked.finding(), looked.kept(), sender)));
		if (judged.filter((now) -> now.normalised() == null).isPresent()) {
			this.shelf.forget(looked.kept());
		}
		return judged.isPresent();
	}

	private boolean needsNoLook(Photo photo) {
		return judgedBefore(photo).isPresent() || this.shelf.count(photo.avatarId()) >= this.settings.most();
	}

	private Finding look(Photo photo) throws IOException {
		MediaRef original = photo.original();
		if (original == null) {
			return Finding.Bad.of(PhotoFault.NOT_DELIVERED);
		}
		try {
			return this.inspection.inspect(this.shelf.read(original));
		}
		catch (MissingMedia ex) {
			return Finding.Bad.of(PhotoFault.NOT_DELIVERED);
		}
	}

	/**
	 * Under the avatar's lock, so that numbers and the limit hold for albums judged at
	 * the same time, and that nothing is judged for an avatar that is gone.
	 */
	private Optional<Photo> record(Photo looked, @Nullable Finding finding, @Nullable MediaRef kept,
			PhotoTask.Sender sender) {
		Avatar avatar = this.avatars.lock(looked.avatarId());
		if (avatar.status() == AvatarStatus.DISCARDED) {
			return Optional.empty();
		}
		Photo photo = this.rows.findById(looked.id()).orElseThrow();
		if (photo.status() == Photo.Status.RECEIVED) {
			judge(photo, finding, kept);
			this.rows.save(photo);
			tell(avatar, photo, sender);
		}
		return Optional.of(photo);
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

	/** One that did not arrive was not judged: the person is asked to send it again. */
	private Optional<Photo> judgedBefore(Photo photo) {
		return (photo.sha256() == null) ? Optional.empty() : this.rows
			.findByAvatarIdAndSha256AndStatusNotOrderByStatus(photo.avatarId(), photo.sha256(), Photo.Status.RECEIVED)
			.stream()
			.filter((former) -> former.fault() != PhotoFault.NOT_DELIVERED)
			.findFirst();
	}

	/** Between the photos of a sitting it is progress; the last one must be seen. */
	private void tell(Avatar avatar, Photo photo, PhotoTask.Sender sender) {
		if (!avatar.takesPhotos()) {
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
