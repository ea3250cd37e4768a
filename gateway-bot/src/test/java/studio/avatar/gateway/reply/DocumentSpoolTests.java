package studio.avatar.gateway.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import studio.avatar.common.media.SpoolFolder;
import studio.avatar.gateway.sheet.Drawer;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentSpoolTests {

	@TempDir
	Path folder;

	private final Drawer drawer = new Drawer();

	@Test
	void aDocumentIsOnTheDiskOnlyWhileItIsUsed() throws IOException {
		String seen = spool().lend(this.drawer.keep("content".getBytes()), (file) -> read(file.toPath()));

		assertThat(seen).isEqualTo("content");
		assertThat(files()).isEmpty();
	}

	@Test
	void whatAKilledProcessLeftGoesAndWhatAnotherSendsNowStays() throws IOException {
		Path left = Files.createFile(this.folder.resolve("gateway-document-1.spool"));
		Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
		Path used = Files.createFile(this.folder.resolve("gateway-document-2.spool"));
		Path others = Files.createFile(this.folder.resolve("media-3.spool"));
		Files.setLastModifiedTime(others, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

		spool().clearWhatWasLeft();

		assertThat(files()).containsExactlyInAnyOrder(used, others);
	}

	private DocumentSpool spool() {
		return new DocumentSpool(new SpoolFolder(this.folder), this.drawer);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
