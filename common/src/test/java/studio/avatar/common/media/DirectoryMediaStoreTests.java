package studio.avatar.common.media;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore.ImageSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DirectoryMediaStoreTests {

	@TempDir
	private Path folder;

	private MediaStore store;

	@BeforeEach
	void open() throws IOException {
		this.store = new DirectoryMediaStore(this.folder.resolve("media"));
	}

	@Test
	void aFileIsReadAsItWasPut() throws IOException {
		MediaRef file = this.store.put("photos/42/a.txt", "text/plain", content("abc"), new ImageSize(3, 2));

		assertThat(file).isEqualTo(new MediaRef("photos/42/a.txt",
				"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "text/plain", 3, 3, 2));
		assertThat(this.store.read(file)).asString().isEqualTo("abc");
		try (InputStream stream = this.store.open(file)) {
			assertThat(stream).hasContent("abc");
		}
		assertThat(this.store.holds(file)).isTrue();
	}

	@Test
	void writingAKeyAgainReplacesTheFile() throws IOException {
		this.store.put("a", "text/plain", content("old"), null);

		MediaRef file = this.store.put("a", "text/plain", content("new"), null);

		assertThat(this.store.read(file)).asString().isEqualTo("new");
	}

	@Test
	void aFileWhoseContentBreaksOffIsNotThereAndTheOldOneStays() throws IOException {
		MediaRef old = this.store.put("a", "text/plain", content("old"), null);

		assertThatIOException().isThrownBy(() -> this.store.put("a", "text/plain", breakingOff(), null));

		assertThat(this.store.read(old)).asString().isEqualTo("old");
		assertThat(filesKept()).containsExactly("a");
	}

	@Test
	void nothingIsNoFile() throws IOException {
		assertThatIOException().isThrownBy(() -> this.store.put("a", "text/plain", content(""), null));

		assertThat(filesKept()).isEmpty();
	}

	@Test
	void aFileThatHasChangedIsNotReadAsTheOldOne() throws IOException {
		MediaRef file = this.store.put("a", "text/plain", content("abc"), null);
		Files.writeString(this.folder.resolve("media/a"), "abd");

		assertThatIOException().isThrownBy(() -> this.store.read(file)).withMessageContaining("not what was put there");
	}

	@Test
	void aMissingFileIsSaidToBeMissing() throws IOException {
		MediaRef file = this.store.put("a", "text/plain", content("abc"), null);
		this.store.delete("a");

		assertThat(this.store.holds(file)).isFalse();
		assertThatExceptionOfType(MissingMedia.class).isThrownBy(() -> this.store.open(file))
			.withMessageContaining("a");
		assertThatExceptionOfType(MissingMedia.class).isThrownBy(() -> this.store.read(file));
	}

	@Test
	void deletingAFileThatIsGoneIsFine() throws IOException {
		this.store.delete("never/there");

		assertThat(filesKept()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../out", "a/../../out", "a/../b", "/etc/out", "", ".", "a/./b" })
	void aKeyThatIsNoPlainPathIsRefused(String key) throws IOException {
		AtomicBoolean closed = new AtomicBoolean();

		assertThatIOException()
			.isThrownBy(() -> this.store.put(key, "text/plain", noticingItsEnd(content("abc"), closed), null))
			.withMessageContaining("key leaves the store");

		assertThat(closed).isTrue();
		assertThat(filesKept()).isEmpty();
		assertThatIOException().isThrownBy(() -> this.store.delete(key));
	}

	@Test
	void anImageHasPixels() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ImageSize(0, 5));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ImageSize(5, -1));
	}

	private List<String> filesKept() throws IOException {
		Path root = this.folder.resolve("media");
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile).map((file) -> root.relativize(file).toString()).toList();
		}
	}

	private static InputStream content(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream breakingOff() {
		return new InputStream() {

			private int left = 10_000;

			@Override
			public int read() throws IOException {
				if (this.left-- <= 0) {
					throw new IOException("connection lost");
				}
				return 'x';
			}
		};
	}

	private static InputStream noticingItsEnd(InputStream content, AtomicBoolean closed) {
		return new FilterInputStream(content) {
			@Override
			public void close() {
				closed.set(true);
			}
		};
	}

}
