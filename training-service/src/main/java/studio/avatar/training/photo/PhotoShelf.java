package studio.avatar.training.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MediaStore.ImageSize;
import studio.avatar.training.avatar.PhotoAlbum;

/** The photos of avatars and their files. */
@Component
public class PhotoShelf implements PhotoAlbum {

	private final PhotoRows rows;

	private final MediaStore store;

	private final TransactionTemplate transaction;

	private final PhotoSettings settings;

	PhotoShelf(PhotoRows rows, MediaStore store, TransactionTemplate transaction, PhotoSettings settings) {
		this.rows = rows;
		this.store = store;
		this.transaction = transaction;
		this.settings = settings;
	}

	@Override
	public int count(UUID avatarId) {
		return this.rows.countByAvatarIdAndStatus(avatarId, Photo.Status.ACCEPTED);
	}

	@Override
	public Optional<MediaRef> preview(UUID avatarId) {
		return this.rows.findFirstByAvatarIdAndStatusOrderByNumber(avatarId, Photo.Status.ACCEPTED)
			.map(Photo::normalised);
	}

	/** Photos that nobody has looked at yet. */
	public int waiting(UUID avatarId) {
		return this.rows.countByAvatarIdAndStatus(avatarId, Photo.Status.RECEIVED);
	}

	/** Photos a training needs at least. */
	public int least() {
		return this.settings.least();
	}

	/** Photos a training takes at most. */
	public int most() {
		return this.settings.most();
	}

	/** What an avatar is trained with, by number. */
	public List<MediaRef> accepted(UUID avatarId) {
		return this.rows.findByAvatarIdAndStatusOrderByNumber(avatarId, Photo.Status.ACCEPTED)
			.stream()
			.map(Photo::normalised)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Takes every judged photo of a discarded avatar away; begun again after a crash it
	 * ends the same. The others are taken away by the task that was to look at them: it
	 * judges nothing any more, so no file comes behind.
	 */
	public void clear(UUID avatarId) throws IOException {
		for (Photo photo : this.rows.findByAvatarIdAndStatusNot(avatarId, Photo.Status.RECEIVED)) {
			forget(photo.original());
			forget(photo.normalised());
		}
		this.transaction
			.executeWithoutResult((status) -> this.rows.deleteByAvatarIdAndStatusNot(avatarId, Photo.Status.RECEIVED));
	}

	/** Takes a photo away that nobody will judge, and whatever was made of it. */
	void drop(Photo photo) throws IOException {
		forget(photo.original());
		this.store.delete(key(photo));
		this.transaction.executeWithoutResult((status) -> this.rows.findById(photo.id()).ifPresent(this.rows::delete));
	}

	/** Keeps a photo that was found good. */
	MediaRef keep(Photo photo, Finding.Good good) throws IOException {
		return this.store.put(key(photo), "image/jpeg", new ByteArrayInputStream(good.jpeg()),
				new ImageSize(good.width(), good.height()));
	}

	private static String key(Photo photo) {
		return "training/photos/%s/%s.jpg".formatted(photo.avatarId(), photo.id());
	}

	byte[] read(MediaRef file) throws IOException {
		return this.store.read(file);
	}

	/** Takes a file away; one that is gone already is fine. */
	void forget(@Nullable MediaRef file) throws IOException {
		if (file != null) {
			this.store.delete(file.key());
		}
	}

}
