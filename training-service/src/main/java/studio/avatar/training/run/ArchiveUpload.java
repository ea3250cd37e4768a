package studio.avatar.training.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MissingMedia;
import studio.avatar.common.provider.FalStorage;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.photo.PhotoShelf;

/**
 * Packs an avatar's photos and sends them to the provider's storage, for a short life.
 */
@Component
class ArchiveUpload {

	private final ArchiveFolder folder;

	private final PhotoShelf shelf;

	private final MediaStore store;

	private final FalStorage storage;

	private final RunSettings settings;

	ArchiveUpload(ArchiveFolder folder, PhotoShelf shelf, MediaStore store, FalStorage storage, RunSettings settings) {
		this.folder = folder;
		this.shelf = shelf;
		this.store = store;
		this.storage = storage;
		this.settings = settings;
	}

	/**
	 * Sends the archive.
	 * @return its address at the provider
	 * @throws MissingMedia when a photo is gone from our store; permanent
	 * @throws IOException when packing fails; trying again may help
	 */
	URI send(UUID runId, Avatar avatar) throws IOException {
		Path archive = this.folder.file(runId);
		try {
			pack(avatar, archive);
			return this.storage.upload("training-" + runId + ".zip", "application/zip", Files.size(archive),
					() -> Files.newInputStream(archive), this.settings.archiveLife());
		}
		finally {
			Files.deleteIfExists(archive);
		}
	}

	private void pack(Avatar avatar, Path archive) throws IOException {
		List<MediaRef> photos = this.shelf.accepted(avatar.id());
		try (OutputStream out = Files.newOutputStream(archive)) {
			TrainingArchive.write(photos.stream().map(this::content).toList(), avatar.givenGender(), out);
		}
	}

	private InputStreamSource content(MediaRef photo) {
		return () -> this.store.open(photo);
	}

}
