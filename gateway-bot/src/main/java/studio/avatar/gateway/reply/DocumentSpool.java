package studio.avatar.gateway.reply;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.SpoolFolder;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Documents on the disk while they are sent, so that memory does not depend on their
 * size. What a killed process left there goes at the next start.
 */
@Component
class DocumentSpool {

	private static final String BEGINNING = "gateway-document-";

	/** No call takes so long. */
	private static final Duration LEFT_BEHIND = Duration.ofHours(1);

	private static final Logger log = LoggerFactory.getLogger(DocumentSpool.class);

	private final SpoolFolder folder;

	private final MediaStore media;

	DocumentSpool(SpoolFolder folder, MediaStore media) {
		this.folder = folder;
		this.media = media;
	}

	/**
	 * Lends a file as long as it is used.
	 * @throws IOException when the store cannot give it, or the disk not take it
	 */
	<R> R lend(MediaRef file, Function<File, R> use) throws IOException {
		Path spooled = Files.createTempFile(this.folder.path(), BEGINNING, ".spool");
		try {
			fill(spooled, file);
			return use.apply(spooled.toFile());
		}
		finally {
			Files.deleteIfExists(spooled);
		}
	}

	private void fill(Path spooled, MediaRef file) throws IOException {
		try (InputStream content = this.media.open(file)) {
			Files.copy(content, spooled, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void clearWhatWasLeft() {
		FileTime before = FileTime.from(Instant.now().minus(LEFT_BEHIND));
		try (DirectoryStream<Path> left = Files.newDirectoryStream(this.folder.path(), BEGINNING + "*")) {
			for (Path file : left) {
				if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
					Files.deleteIfExists(file);
				}
			}
		}
		catch (IOException ex) {
			log.atWarn().setCause(ex).log("Documents that were left behind cannot be cleared");
		}
	}

}
