package studio.avatar.training.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import studio.avatar.common.media.SpoolFolder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where archives are packed before they are sent. They show faces, so what a killed
 * service has left there is cleared at the next start and before the next archive.
 */
@Component
class ArchiveFolder {

	/** No archive is in use for longer, also not by another instance beside this one. */
	static final Duration LONGEST_USE = Duration.ofMinutes(15);

	private final Path folder;

	private final Clock clock;

	@Autowired
	ArchiveFolder(SpoolFolder spools, Clock clock) {
		this(spools.path().resolve("avatar-studio-archives"), clock);
	}

	ArchiveFolder(Path folder, Clock clock) {
		this.folder = folder;
		this.clock = clock;
	}

	/** An empty file that only this user can read; the caller deletes it. */
	Path file(UUID runId) throws IOException {
		clear();
		return Files.createTempFile(this.folder, "training-" + runId + '-', ".zip");
	}

	@EventListener(ApplicationReadyEvent.class)
	void clear() throws IOException {
		Instant before = this.clock.instant().minus(LONGEST_USE);
		try (DirectoryStream<Path> archives = Files.newDirectoryStream(Files.createDirectories(this.folder))) {
			for (Path archive : archives) {
				if (isOlder(archive, before)) {
					Files.deleteIfExists(archive);
				}
			}
		}
	}

	/** One that is gone by now is no trouble. */
	private static boolean isOlder(Path archive, Instant before) {
		return archive.toFile().lastModified() < before.toEpochMilli();
	}

}
