package studio.avatar.sandbox.objects;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What a client of the protocol sees is told by the tests of the media store. */
class ObjectStoreIT {

	@TempDir
	private static Path folder;

	private static ObjectStore store;

	@BeforeAll
	static void start() {
		store = ObjectStore.start(folder);
	}

	@AfterAll
	static void stop() {
		store.close();
	}

	@Test
	void aRequestWithoutASignatureIsRefused() throws Exception {
		store.bucket("shut");

		assertThat(status("/shut")).isEqualTo(403);
		assertThat(status("/")).isEqualTo(403);
	}

	@Test
	void itComesBackOnTheSamePortWithTheSameKey() throws Exception {
		URI before = store.endpoint();
		String key = store.secretKey();
		store.kill();
		assertThatIOException().isThrownBy(() -> status("/healthz"));

		store.restart();

		assertThat(status("/healthz")).isEqualTo(200);
		assertThat(store.endpoint()).isEqualTo(before);
		assertThat(store.secretKey()).isEqualTo(key);
	}

	@Test
	void theKeyIsInAFileThatNobodyElseReads() throws IOException {
		Path properties = folder.resolve("server.properties");

		assertThat(properties).content().contains(store.secretKey());
		assertThat(Files.getPosixFilePermissions(properties)).hasSize(2);
	}

	private static int status(String path) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(store.endpoint().resolve(path)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
	}

}
