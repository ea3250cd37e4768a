package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DirectoryMediaStoreTests extends MediaStoreContract {

	@TempDir
	private Path folder;

	private MediaStore store;

	@BeforeEach
	void open() throws IOException {
		this.store = new DirectoryMediaStore(this.folder.resolve("media"));
	}

	@Override
	MediaStore store() {
		return this.store;
	}

	@Override
	Path bytesOf(String key) {
		return this.folder.resolve("media").resolve(key);
	}

	@Test
	void whatBreaksOffLeavesNoFileBehind() throws IOException {
		assertThatIOException()
			.isThrownBy(() -> this.store.put("a/b", "text/plain", InputStream.nullInputStream(), null));

		try (Stream<Path> files = Files.walk(this.folder)) {
			assertThat(files.filter(Files::isRegularFile)).isEmpty();
		}
	}

	@Test
	void whatAKilledWriterLeftIsClearedAndWhatIsStillWrittenAndFilesStay() throws IOException {
		Path left = half("deep/down/.unfinished-1", Duration.ofMinutes(61));
		Path young = half("deep/down/.unfinished-2", Duration.ofMinutes(59));
		Path file = half("deep/down/file", Duration.ofDays(400));

		int gone = this.store.clearUnfinished(Instant.now().minus(Duration.ofHours(1)));

		assertThat(gone).isOne();
		assertThat(left).doesNotExist();
		assertThat(List.of(young, file)).allSatisfy((path) -> assertThat(path).exists());
	}

	private Path half(String name, Duration age) throws IOException {
		Path path = this.folder.resolve("media").resolve(name);
		Files.createDirectories(path.getParent());
		Files.writeString(path, "half");
		return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
	}

	@Test
	void aFileThatIsBeingWrittenIsNotListed() throws IOException {
		Files.writeString(this.folder.resolve("media/.unfinished-1"), "half");

		assertThat(keysKept()).isEmpty();
	}

}
