package studio.avatar.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import studio.avatar.common.media.SpoolFolder;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveFolderTests {

	@TempDir
	private Path folder;

	@Test
	void whatAKilledServiceLeftIsClearedBeforeTheNextArchive() throws IOException {
		Path left = new ArchiveFolder(this.folder, Clock.systemUTC()).file(UUID.randomUUID());
		Clock later = Clock.fixed(
				Files.getLastModifiedTime(left).toInstant().plus(ArchiveFolder.LONGEST_USE).plusSeconds(1),
				ZoneOffset.UTC);
		ArchiveFolder afterwards = new ArchiveFolder(this.folder, later);

		Path fresh = afterwards.file(UUID.randomUUID());

		assertThat(this.folder.toFile().list()).containsExactly(fresh.getFileName().toString());
	}

	@Test
	void archivesLieWhereFilesAreSpooled() throws IOException {
		Path archive = new ArchiveFolder(new SpoolFolder(this.folder), Clock.systemUTC()).file(UUID.randomUUID());

		assertThat(archive).startsWith(this.folder);
	}

	@Test
	void anArchiveInUseIsLeftAlone() throws IOException {
		ArchiveFolder folder = new ArchiveFolder(this.folder, Clock.systemUTC());
		Path used = folder.file(UUID.randomUUID());

		folder.clear();

		assertThat(used).exists();
	}

}
