package studio.avatar.sandbox.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.avatar.sandbox.provider.FalClient.Answer;
import studio.avatar.sandbox.provider.SimulatedRequest.State;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FalRestartTests {

	@TempDir
	private Path folder;

	@Test
	void aRequestThatWasAtWorkWhenTheProviderWasKilledEndsAtItsTimeAfterTheRestart() throws Exception {
		Process process = KilledSimulator.start(this.folder);
		JsonNode submitted = submitTo(address());
		Instant submittedAt = Instant.now();
		await().until(() -> Instant.now().isAfter(submittedAt.plusSeconds(1)));
		process.destroyForcibly().waitFor();
		Instant killedAt = Instant.now();

		try (FalSimulator fal = FalSimulator.start(KilledSimulator.settings(this.folder))) {
			assertThat(fal.requests()).singleElement()
				.extracting(SimulatedRequest::id, SimulatedRequest::state)
				.containsExactly(submitted.path("request_id").asString(), State.IN_PROGRESS);
			await().until(() -> fal.requests().getFirst().state() == State.COMPLETED);
			assertThat(Duration.between(killedAt, Instant.now())).isLessThan(KilledSimulator.PACE.picture());
			assertThat(fal.requests().getFirst().errorType()).isNull();
		}
	}

	@Test
	void resultsFilesAndTheWebhookKeyAreTheSameAfterARestart() {
		FalSimulator.Settings settings = new FalSimulator.Settings(0, "test-key", this.folder, Pace.FAST);
		Answer result;
		JsonNode jwks;
		String id;
		try (FalSimulator fal = FalSimulator.start(settings); FalClient client = new FalClient(fal)) {
			Answer submitted = client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));
			id = submitted.text("request_id");
			result = client.result(submitted);
			jwks = client.get(fal.jwksUrl().toString()).body();
		}

		try (FalSimulator fal = FalSimulator.start(settings); FalClient client = new FalClient(fal)) {
			assertThat(client.get(fal.queueUrl() + "/fal-ai/flux-lora/requests/" + id).body()).isEqualTo(result.body());
			assertThat(client.get(fal.jwksUrl().toString()).body()).isEqualTo(jwks);
			String path = URI.create(result.body().at("/images/0/url").asString()).getPath();
			assertThat(client.download(fal.queueUrl().resolve(path).toString())).startsWith(0xff, 0xd8);
		}
	}

	@Test
	void aKeptRequestThatCannotBeReadStopsNothing() throws Exception {
		Files.createDirectories(this.folder.resolve("requests"));
		Files.writeString(this.folder.resolve("requests").resolve("broken.json"), "{\"id\":");

		try (FalSimulator fal = FalSimulator.start(KilledSimulator.settings(this.folder))) {
			assertThat(fal.requests()).isEmpty();
		}
	}

	@Test
	void withoutAFolderNothingIsLeftBehind() throws Exception {
		FalSimulator fal = FalSimulator.start();
		Path own = fal.folder();

		fal.close();

		assertThat(own).doesNotExist();
	}

	private String address() throws Exception {
		Path file = this.folder.resolve("address");
		await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file));
		return Files.readString(file);
	}

	private static JsonNode submitTo(String queue) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(queue + "/" + FalClient.PICTURES))
				.header("Authorization", "Key test-key")
				.POST(BodyPublishers.ofString("{\"prompt\": \"a hill\"}"))
				.build();
			return Json.MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());
		}
	}

}
