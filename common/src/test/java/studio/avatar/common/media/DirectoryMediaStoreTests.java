package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
	void aFileThatIsBeingWrittenIsNotListed() throws IOException {
		Files.writeString(this.folder.resolve("media/.unfinished-1"), "half");

		assertThat(keysKept()).isEmpty();
	}

}
