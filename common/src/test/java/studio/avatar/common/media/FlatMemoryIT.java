package studio.avatar.common.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.sandbox.objects.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;

/** A LoRA file of 200 MB goes in and out of a process that has 32 MB. */
class FlatMemoryIT {

	private static final long BYTES = 200_000_000;

	@Test
	void aModelGoesThroughAnS3StoreInLittleMemory() throws Exception {
		ObjectStore server = ObjectStore.shared();

		int outcome = inLittleMemory(Map.of("ENDPOINT", server.endpoint().toString(), "BUCKET",
				server.bucket("flat-memory"), "KEY", server.accessKey(), "SECRET", server.secretKey()));

		assertThat(outcome).isZero();
		assertThat(server.file("flat-memory", "model")).hasSize(BYTES);
	}

	@Test
	void aModelGoesThroughADirectoryInLittleMemory(@TempDir Path folder) throws Exception {
		int outcome = inLittleMemory(Map.of("FOLDER", folder.toString()));

		assertThat(outcome).isZero();
		assertThat(folder.resolve("model")).hasSize(BYTES);
	}

	private static int inLittleMemory(Map<String, String> environment) throws IOException, InterruptedException {
		ProcessBuilder child = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-cp",
						System.getProperty("java.class.path"), InLittleMemory.class.getName()))
			.inheritIO();
		child.environment().putAll(environment);
		Process process = child.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
			return process.exitValue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	/** The other process: puts the file, then reads it back to its checked end. */
	static final class InLittleMemory {

		private static final Duration PATIENCE = Duration.ofMinutes(2);

		private InLittleMemory() {
		}

		public static void main(String[] args) throws IOException {
			MediaStore store = store();
			MediaRef file = store.put("model", "application/octet-stream", new Pattern(BYTES), null);
			try (var content = store.open(file)) {
				content.skipNBytes(BYTES);
			}
		}

		private static MediaStore store() throws IOException {
			String folder = System.getenv("FOLDER");
			return (folder != null) ? new DirectoryMediaStore(Path.of(folder)) : S3.store(patient(
					S3.settings(URI.create(given("ENDPOINT")), given("BUCKET"), given("KEY"), given("SECRET"))));
		}

		/** A big file on a busy machine: the time it takes is not what this is about. */
		private static S3Settings patient(S3Settings s3) {
			return new S3Settings(s3.bucket(), s3.endpoint(), s3.region(), s3.accessKey(), s3.secretKey(),
					s3.pathStyle(), PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE, 2);
		}

		private static String given(String name) {
			return Objects.requireNonNull(System.getenv(name), name);
		}

	}

}
