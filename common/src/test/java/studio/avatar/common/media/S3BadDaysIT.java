package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.objects.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** A store whose server is away, wrong or in trouble. */
@Timeout(60)
class S3BadDaysIT {

	private static final MediaRef SOMETHING = new MediaRef("a/b", "0".repeat(64), "text/plain", 3, null, null);

	private final ObjectStore server = ObjectStore.shared();

	private final String bucket = this.server.bucket("bad-days-" + UUID.randomUUID());

	/** This server has nothing against deleting from a bucket that is not there. */
	@Test
	void aMissingBucketIsSaidByEveryCallButDeletion() {
		try (S3MediaStore store = S3.store(this.server, "nobody-made-it")) {
			for (ThrowingCallable call : everyCallButDeletionOf(store)) {
				assertThatExceptionOfType(UnusableStore.class).isThrownBy(call)
					.withMessage("there is no bucket nobody-made-it at " + this.server.endpoint()
							+ ": create it or correct MEDIA_S3_BUCKET");
			}
		}
	}

	@Test
	void aWrongKeyIsSaidByEveryCallAndNotShown() {
		try (S3MediaStore store = S3
			.store(S3.settings(this.server.endpoint(), this.bucket, this.server.accessKey(), "quite-wrong-secret"))) {
			for (ThrowingCallable call : everyCallOf(store)) {
				assertThatExceptionOfType(UnusableStore.class).isThrownBy(call)
					.withMessageContaining("refuses us (status 403")
					.withMessageContaining("MEDIA_S3_SECRET_KEY")
					.satisfies((ex) -> assertThat(wholeStory(ex)).doesNotContain("quite-wrong-secret"));
			}
		}
	}

	@Test
	void aServerThatIsAwayIsSaidByEveryCall() {
		URI nobody = URI.create("http://127.0.0.1:" + Port.free());
		try (S3MediaStore store = S3.store(S3.settings(nobody, this.bucket, "key", "secret"))) {
			for (ThrowingCallable call : everyCallOf(store)) {
				assertThatIOException().isThrownBy(call)
					.isNotInstanceOf(UnusableStore.class)
					.withMessage("bucket " + this.bucket + " at " + nobody + " cannot be reached: Connection refused");
			}
		}
	}

	@Test
	void aServerThatSaysNothingIsNotWaitedForAndAQuestionIsGivenUpFirst() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				S3MediaStore store = S3.store(S3.settings(URI.create("http://127.0.0.1:" + silent.getLocalPort()),
						this.bucket, "key", "secret"))) {
			long begin = System.nanoTime();

			assertThatIOException().isThrownBy(() -> store.holds(SOMETHING))
				.withMessageEndingWith("does not answer in time");

			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2900));
			assertThatIOException().isThrownBy(() -> store.delete("a"))
				.withMessageEndingWith("does not answer in time");
		}
	}

	@Test
	void aServerThatComesBackIsUsedAgain(@TempDir Path folder) throws IOException {
		try (ObjectStore own = ObjectStore.start(folder);
				S3MediaStore store = S3.store(own, own.bucket("comes-back"))) {
			MediaRef file = store.put("a", "text/plain", MediaStoreContract.content("abc"), null);
			own.kill();
			assertThatIOException().isThrownBy(() -> store.read(file)).withMessageContaining("cannot be reached");

			own.restart();

			assertThat(store.read(file)).asString().isEqualTo("abc");
		}
	}

	@Test
	void anUploadThatIsCutIsTriedAgain() throws IOException {
		try (Wire wire = new Wire(this.server.endpoint()); S3MediaStore store = over(wire)) {
			wire.cutUpAfter(1_000_000);

			MediaRef file = store.put("a", "application/octet-stream", new Pattern(5_000_000), null);

			assertThat(wire.connections()).isEqualTo(2);
			assertThat(store.read(file)).hasSize(5_000_000);
		}
	}

	@Test
	void anUploadThatIsCutEachTimeLeavesNothingAndTheOldFileStays() throws IOException {
		try (Wire wire = new Wire(this.server.endpoint());
				S3MediaStore cut = over(wire);
				S3MediaStore direct = S3.store(this.server, this.bucket)) {
			MediaRef old = direct.put("a", "text/plain", MediaStoreContract.content("old"), null);
			wire.cutUpAfter(1_000_000);
			wire.cutUpAfter(2_000_000);

			assertThatIOException()
				.isThrownBy(() -> cut.put("a", "application/octet-stream", new Pattern(5_000_000), null))
				.withMessageContaining("cannot be reached");

			assertThat(direct.read(old)).asString().isEqualTo("old");
			await().untilAsserted(() -> assertThat(direct.list("", "", 10).files()).hasSize(1));
		}
	}

	@Test
	void contentThatIsNotWhatItsHashSaysIsRefusedByTheServer() throws IOException {
		S3Settings settings = S3.settings(this.server.endpoint(), this.bucket, this.server.accessKey(),
				this.server.secretKey());
		try (S3Client client = S3Connection.open(settings); S3MediaStore store = S3.store(settings)) {
			assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> client.putObject(
					(put) -> put.bucket(this.bucket)
						.key("damaged")
						.checksumSHA256("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
					RequestBody.fromString("abd")));

			assertThat(store.list("", "", 10).files()).isEmpty();
		}
	}

	@Test
	void aDownloadThatIsCutIsNoFile() throws IOException {
		try (Wire wire = new Wire(this.server.endpoint());
				S3MediaStore cut = over(wire);
				S3MediaStore direct = S3.store(this.server, this.bucket)) {
			MediaRef file = direct.put("a", "application/octet-stream", new Pattern(5_000_000), null);
			wire.cutDownAfter(1_000_000);

			try (InputStream content = cut.open(file)) {
				assertThatIOException().isThrownBy(content::readAllBytes);
			}
		}
	}

	@Test
	void whatNobodyReadsIsNotFetched() throws IOException {
		try (Wire wire = new Wire(this.server.endpoint()); S3MediaStore store = over(wire)) {
			MediaRef file = store.put("a", "application/octet-stream", new Pattern(50_000_000), null);

			try (InputStream content = store.open(file)) {
				content.readNBytes(9);
			}

			assertThat(wire.down()).isLessThan(20_000_000);
		}
	}

	@Test
	void whoeverIsInterruptedWhileTheServerSaysNothingGetsAwayAtOnce() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				S3MediaStore store = S3.store(S3.settings(URI.create("http://127.0.0.1:" + silent.getLocalPort()),
						this.bucket, "key", "secret"))) {
			CompletableFuture<Throwable> end = new CompletableFuture<>();
			AtomicBoolean interrupted = new AtomicBoolean();
			Thread waiting = Thread.startVirtualThread(() -> {
				Throwable ex = catchThrowable(() -> store.holds(SOMETHING));
				interrupted.set(Thread.interrupted());
				end.complete(ex);
			});
			try (Socket asked = silent.accept()) {
				assertThat(asked.getInputStream().read()).isPositive();

				waiting.interrupt();

				assertThat(end).succeedsWithin(Duration.ofMillis(500)).isInstanceOf(InterruptedIOException.class);
				assertThat(interrupted).isTrue();
			}
		}
	}

	@Test
	void aMissingBucketEndsTheStartInOneSentence() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(MediaAutoConfiguration.class))
			.withPropertyValues("spring.config.import=classpath:studio-common.yml", "studio.service=training",
					"MEDIA_S3_BUCKET=nobody-made-it", "MEDIA_S3_ENDPOINT=" + this.server.endpoint(),
					"MEDIA_S3_ACCESS_KEY=" + this.server.accessKey(), "MEDIA_S3_SECRET_KEY=" + this.server.secretKey())
			.run((context) -> assertThat(new UnusableStoreAnalyzer().analyze(context.getStartupFailure()))
				.extracting(FailureAnalysis::getDescription)
				.isEqualTo("Media store: there is no bucket nobody-made-it at " + this.server.endpoint()
						+ ": create it or correct MEDIA_S3_BUCKET"));
	}

	@Test
	void whoeverIsInterruptedStaysInterrupted() throws Exception {
		try (S3MediaStore store = S3.store(this.server, this.bucket)) {
			Thread.currentThread().interrupt();

			assertThatExceptionOfType(InterruptedIOException.class)
				.isThrownBy(() -> store.put("a", "text/plain", MediaStoreContract.content("abc"), null));

			assertThat(Thread.interrupted()).isTrue();
		}
	}

	private S3MediaStore over(Wire wire) {
		return S3.store(S3.settings(wire.address(), this.bucket, this.server.accessKey(), this.server.secretKey()));
	}

	private static List<ThrowingCallable> everyCallOf(S3MediaStore store) {
		return Stream.concat(everyCallButDeletionOf(store).stream(), Stream.of(() -> store.delete("a/b"))).toList();
	}

	private static List<ThrowingCallable> everyCallButDeletionOf(S3MediaStore store) {
		return List.of(() -> store.put("a/b", "text/plain", MediaStoreContract.content("abc"), null),
				() -> store.open(SOMETHING), () -> store.read(SOMETHING), () -> store.holds(SOMETHING),
				() -> store.list("a/", "", 10), store::checkBucket);
	}

	private static String wholeStory(Throwable ex) {
		return ex + ((ex.getCause() != null) ? wholeStory(ex.getCause()) : "");
	}

}
