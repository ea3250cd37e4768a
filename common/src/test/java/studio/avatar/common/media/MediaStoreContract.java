package studio.avatar.common.media;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore.ImageSize;
import studio.avatar.common.media.MediaStore.Kept;
import studio.avatar.common.media.MediaStore.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

/**
 * What every media store promises. Each test begins with an empty one.
 */
abstract class MediaStoreContract {

	abstract MediaStore store();

	/** Where the bytes of a file lie, so that a test can spoil them. */
	abstract Path bytesOf(String key);

	@Test
	void aFileIsReadAsItWasPut() throws IOException {
		MediaRef file = store().put("photos/42/a.txt", "text/plain", content("abc"), new ImageSize(3, 2));

		assertThat(file).isEqualTo(new MediaRef("photos/42/a.txt",
				"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "text/plain", 3, 3, 2));
		assertThat(store().read(file)).asString().isEqualTo("abc");
		try (InputStream stream = store().open(file)) {
			assertThat(stream).hasContent("abc");
		}
		assertThat(store().holds(file)).isTrue();
	}

	@Test
	void writingAKeyAgainReplacesTheFile() throws IOException {
		store().put("a", "text/plain", content("old"), null);

		MediaRef file = store().put("a", "text/plain", content("new"), null);

		assertThat(store().read(file)).asString().isEqualTo("new");
		assertThat(keysKept()).containsExactly("a");
	}

	@Test
	void aFileThatWasReplacedIsNotReadAsTheOldOne() throws IOException {
		MediaRef old = store().put("a", "text/plain", content("old"), null);

		store().put("a", "text/plain", content("new"), null);

		assertThatIOException().isThrownBy(() -> store().read(old)).withMessageContaining("not what was put there");
	}

	@Test
	void aFileWhoseContentBreaksOffIsNotThereAndTheOldOneStays() throws IOException {
		MediaRef old = store().put("a", "text/plain", content("old"), null);

		assertThatIOException().isThrownBy(() -> store().put("a", "text/plain", breakingOff(), null))
			.withMessage("connection lost");

		assertThat(store().read(old)).asString().isEqualTo("old");
		assertThat(keysKept()).containsExactly("a");
	}

	@Test
	void nothingIsNoFile() throws IOException {
		assertThatIOException().isThrownBy(() -> store().put("a", "text/plain", content(""), null))
			.withMessage("nothing to keep as a");

		assertThat(keysKept()).isEmpty();
	}

	@Test
	void aFileThatHasChangedIsNotReadAsTheOldOne() throws IOException {
		MediaRef file = store().put("a", "text/plain", content("abc"), null);
		Files.writeString(bytesOf("a"), "abd");

		assertThatIOException().isThrownBy(() -> store().read(file)).withMessageContaining("not what was put there");
	}

	@Test
	void theLastBytesOfAFileThatHasChangedNeverComeOut() throws IOException {
		MediaRef file = store().put("a", "text/plain", content("x".repeat(100_000)), null);
		Files.writeString(bytesOf("a"), "x".repeat(50_000) + "y" + "x".repeat(49_999));

		try (InputStream stream = store().open(file)) {
			assertThatIOException().isThrownBy(() -> stream.readNBytes(100_000))
				.withMessageContaining("not what was put there");
		}
	}

	@Test
	void whatIsSkippedIsCheckedTooAndNothingIsSkippedBackwards() throws IOException {
		MediaRef file = store().put("a", "text/plain", content("abc"), null);

		try (InputStream stream = store().open(file)) {
			assertThat(stream.skip(-1)).isZero();
			assertThat(stream.skip(1)).isEqualTo(1);
			assertThat(stream).hasContent("bc");
		}
	}

	@Test
	void aFileThatHasGrownIsRefused() throws IOException {
		MediaRef file = store().put("a", "text/plain", content("abc"), null);
		Files.writeString(bytesOf("a"), "abcd");

		assertThatIOException().isThrownBy(() -> store().read(file)).withMessageContaining("not what was put there");
	}

	@Test
	void aFileThatHasShrunkIsRefused() throws IOException {
		MediaRef file = store().put("a", "text/plain", content("abc"), null);
		Files.writeString(bytesOf("a"), "ab");

		assertThatIOException().isThrownBy(() -> store().read(file)).withMessageContaining("what is kept as a ");
	}

	@Test
	void aMissingFileIsSaidToBeMissing() throws IOException {
		MediaRef file = store().put("a", "text/plain", content("abc"), null);
		store().delete("a");

		assertThat(store().holds(file)).isFalse();
		assertThatExceptionOfType(MissingMedia.class).isThrownBy(() -> store().open(file))
			.withMessage("no file is kept as a");
		assertThatExceptionOfType(MissingMedia.class).isThrownBy(() -> store().read(file));
	}

	@Test
	void deletingAFileThatIsGoneIsFine() throws IOException {
		store().delete("never/there");

		assertThat(keysKept()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ünïcødé/日本語.jpg", "two words/a file.jpg", "emoji/😀.png", "a+b&c=d?e#f%20.txt",
			"quote'\"<>|*.txt", ".hidden/.dots", "~tilde;semi:colon@at$" })
	void oddKeysAreKeysLikeOthers(String key) throws IOException {
		MediaRef file = store().put(key, "text/plain", content("abc"), null);

		assertThat(store().holds(file)).isTrue();
		assertThat(store().read(file)).asString().isEqualTo("abc");
		assertThat(keysKept()).containsExactly(key);
		store().delete(key);
		assertThat(store().holds(file)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../out", "a/../../out", "a/../b", "/etc/out", "", ".", "a/./b", "a//b", "a/", "a\u0000b",
			"a\nb", "a..b" })
	void aKeyThatIsNoPlainPathIsRefused(String key) throws IOException {
		AtomicBoolean closed = new AtomicBoolean();

		assertThatIOException()
			.isThrownBy(() -> store().put(key, "text/plain", noticingItsEnd(content("abc"), closed), null))
			.withMessageContaining("key leaves the store");

		assertThat(closed).isTrue();
		assertThat(keysKept()).isEmpty();
		assertThatIOException().isThrownBy(() -> store().delete(key)).withMessageContaining("key leaves the store");
	}

	@Test
	void aKeyThatNoStoreCouldTakeIsRefused() throws IOException {
		String longPart = "ä".repeat(128);
		String longKey = "abcdefg/".repeat(128) + "h";

		assertThatIOException().isThrownBy(() -> store().put(longPart, "text/plain", content("abc"), null));
		assertThatIOException().isThrownBy(() -> store().put(longKey, "text/plain", content("abc"), null));

		assertThat(keysKept()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/jpeg\nX-Evil: 1", "image/ж", "jpeg", "", " ", "image/", "image/jpeg/x", "a b/c" })
	void aTypeThatIsNoneIsNotTakenFromWhoeverSentIt(String type) throws IOException {
		MediaRef file = store().put("a", type, content("abc"), null);

		assertThat(file.contentType()).isEqualTo("application/octet-stream");
		assertThat(store().read(file)).asString().isEqualTo("abc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/jpeg", "image/svg+xml", "application/vnd.ms-excel", "IMAGE/X-Icon" })
	void aTypeIsKeptAsItWasSaid(String type) throws IOException {
		assertThat(store().put("a", type, content("abc"), null).contentType()).isEqualTo(type);
	}

	@Test
	void whatFollowsATypeIsLeftOut() throws IOException {
		assertThat(store().put("a", "text/plain; charset=utf-8", content("abc"), null).contentType())
			.isEqualTo("text/plain");
	}

	@Test
	void theBeginningOfABigFileIsReadWithoutItsRest() throws IOException {
		MediaRef file = store().put("big", "application/octet-stream", new Pattern(20_000_000), null);

		try (InputStream stream = store().open(file)) {
			assertThat(stream.readNBytes(9)).isEqualTo(new Pattern(9).readAllBytes());
		}
		try (InputStream stream = store().open(file)) {
			assertThat(stream.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(20_000_000);
		}
	}

	@Test
	void ofTwoWritersOfOneKeyOneWinsWhole() throws Exception {
		List<Callable<MediaRef>> writers = IntStream.range(0, 8)
			.<Callable<MediaRef>>mapToObj((n) -> () -> store().put("contested", "text/plain",
					content(Integer.toString(n).repeat(300_000)), null))
			.toList();

		List<MediaRef> written = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<MediaRef> writer : threads.invokeAll(writers)) {
				written.add(writer.get());
			}
		}

		assertThat(keysKept()).containsExactly("contested");
		assertThat(written.stream().filter(this::isWhole)).hasSize(1);
	}

	@Test
	void everyFileWithThePrefixIsListedOncePageByPage() throws IOException {
		List<String> keys = List.of("in/1", "in/10", "in/2", "in/a b", "in/é", "in/b/c", "in/😀");
		for (String key : keys.reversed()) {
			store().put(key, "text/plain", content("abc"), null);
		}
		store().put("inner", "text/plain", content("abc"), null);
		store().put("out/1", "text/plain", content("abc"), null);

		List<Page> pages = pages("in/", 3);

		assertThat(pages).extracting((page) -> page.files().size()).containsExactly(3, 3, 1);
		assertThat(pages.stream().flatMap((page) -> page.files().stream()).map(Kept::key))
			.containsExactlyInAnyOrderElementsOf(keys);
	}

	@Test
	void aListTellsSizeAndAge() throws IOException {
		store().put("in/1", "text/plain", content("abc"), null);

		Kept kept = store().list("in/", "", 10).files().getFirst();

		assertThat(kept.bytes()).isEqualTo(3);
		assertThat(kept.since()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
	}

	@Test
	void whereNothingIsNothingIsListed() throws IOException {
		Page page = store().list("nobody/was/here/", "", 10);

		assertThat(page.files()).isEmpty();
		assertThat(page.next()).isNull();
	}

	@Test
	void anImageHasPixels() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ImageSize(0, 5));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ImageSize(5, -1));
	}

	private boolean isWhole(MediaRef file) {
		try {
			return store().read(file).length == 300_000;
		}
		catch (IOException ex) {
			return false;
		}
	}

	final List<String> keysKept() throws IOException {
		return store().list("", "", Page.LARGEST).files().stream().map(Kept::key).toList();
	}

	private List<Page> pages(String prefix, int most) throws IOException {
		List<Page> pages = new ArrayList<>();
		String after = "";
		while (after != null) {
			pages.add(store().list(prefix, after, most));
			after = pages.getLast().next();
		}
		return Collections.unmodifiableList(pages);
	}

	static InputStream content(String text) {
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
