package studio.avatar.sandbox.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.avatar.sandbox.provider.Effect.SpoilWebhook.How;
import studio.avatar.sandbox.provider.FalClient.Answer;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.Receiver.Delivery;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FalWebhookTests {

	private final FalSimulator fal = FalSimulator.start();

	private final FalClient client = new FalClient(this.fal);

	@AfterEach
	void stop() {
		this.client.close();
		this.fal.close();
	}

	@Test
	void theWebhookCarriesTheResultAndASignatureThatTheJwksProves() throws Exception {
		try (Receiver receiver = new Receiver(0)) {
			Answer submitted = submit(receiver, Map.of("prompt", "a hill"));

			await().until(() -> receiver.deliveries().size() == 1);

			Delivery delivery = receiver.deliveries().getFirst();
			JsonNode jwks = this.client.get(this.fal.jwksUrl().toString()).body();
			assertThat(delivery.signedBy(jwks)).isTrue();
			assertThat(new Delivery(delivery.headers(), "{}".getBytes()).signedBy(jwks)).isFalse();
			assertThat(delivery.header("Request-Id")).isEqualTo(submitted.text("request_id"));
			assertThat(Instant.ofEpochSecond(Long.parseLong(delivery.header("Timestamp"))))
				.isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
			assertThat(delivery.json().path("status").asString()).isEqualTo("OK");
			assertThat(delivery.json().path("payload"))
				.isEqualTo(this.client.get(submitted.text("response_url")).body());
		}
	}

	@Test
	void aFailedRequestIsToldAsAnErrorWithItsDetails() throws Exception {
		try (Receiver receiver = new Receiver(0)) {
			submit(receiver, Map.of("prompt", "forbidden-content"));

			await().until(() -> receiver.deliveries().size() == 1);

			JsonNode body = receiver.deliveries().getFirst().json();
			assertThat(body.path("status").asString()).isEqualTo("ERROR");
			assertThat(body.path("error").asString()).isEqualTo("Invalid status code: 422");
			assertThat(body.at("/payload/detail/0/type").asString()).isEqualTo("content_policy_violation");
		}
	}

	@Test
	void aRefusedWebhookComesAgainWithTheSameRequestId() throws Exception {
		try (Receiver receiver = new Receiver(2)) {
			submit(receiver, Map.of("prompt", "a hill"));

			await().until(() -> receiver.deliveries().size() == 3);

			assertThat(receiver.deliveries()).extracting((delivery) -> delivery.header("Request-Id"))
				.containsOnly(this.fal.requests().getFirst().id());
		}
	}

	@Test
	void aWebhookCanComeTwice() throws Exception {
		this.fal.faults().next(Call.SUBMIT, new Effect.WebhookTimes(2));
		try (Receiver receiver = new Receiver(0)) {
			submit(receiver, Map.of("prompt", "a hill"));

			await().until(() -> receiver.deliveries().size() == 2);

			assertThat(receiver.deliveries().get(0).body()).isEqualTo(receiver.deliveries().get(1).body());
		}
	}

	@Test
	void aWebhookCanBeLost() throws Exception {
		this.fal.faults().next(Call.SUBMIT, new Effect.WebhookTimes(0));
		try (Receiver receiver = new Receiver(0)) {
			Answer lost = submit(receiver, Map.of("prompt", "a hill"));
			Answer told = submit(receiver, Map.of("prompt", "a hill"));

			this.client.completed(lost);
			await().until(() -> !receiver.deliveries().isEmpty());

			assertThat(receiver.deliveries()).extracting((delivery) -> delivery.header("Request-Id"))
				.containsExactly(told.text("request_id"));
		}
	}

	@ParameterizedTest
	@EnumSource(How.class)
	void aWebhookCanBeSpoiled(How how) throws Exception {
		this.fal.faults().next(Call.SUBMIT, new Effect.SpoilWebhook(how));
		try (Receiver receiver = new Receiver(0)) {
			submit(receiver, Map.of("prompt", "a hill"));

			await().until(() -> receiver.deliveries().size() == 1);

			Delivery delivery = receiver.deliveries().getFirst();
			assertThat(isFresh(delivery) && delivery.signedBy(keys())).isFalse();
		}
	}

	@Test
	void anotherKeyCanSignFromNowOnAndTheOneBeforeStaysVisible() throws Exception {
		JsonNode before = keys();
		try (Receiver receiver = new Receiver(0); RemoteFal remote = new RemoteFal(this.fal.controlUrl())) {
			remote.rotateWebhookKey();
			submit(receiver, Map.of("prompt", "a hill"));

			await().until(() -> receiver.deliveries().size() == 1);

			Delivery delivery = receiver.deliveries().getFirst();
			assertThat(delivery.signedBy(before)).isFalse();
			assertThat(keys().at("/keys/0")).isEqualTo(before.at("/keys/0"));
			assertThat(delivery.signedBy(keys())).isTrue();
		}
	}

	@Test
	void theKeysCanBeAway() {
		this.fal.faults().next(Call.KEYS, new Effect.Answer(503));

		assertThat(this.client.get(this.fal.jwksUrl().toString()).status()).isEqualTo(503);
	}

	private JsonNode keys() {
		return this.client.get(this.fal.jwksUrl().toString()).body();
	}

	private static boolean isFresh(Delivery delivery) {
		String timestamp = delivery.header("Timestamp");
		return timestamp != null && Long.parseLong(timestamp) > Instant.now().getEpochSecond() - 300;
	}

	private Answer submit(Receiver receiver, Map<String, ?> input) {
		return this.client.submit(
				FalClient.PICTURES + "?fal_webhook=" + URLEncoder.encode(receiver.url(), StandardCharsets.UTF_8),
				input);
	}

}
