package studio.avatar.sandbox.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.provider.FalClient.Answer;
import studio.avatar.sandbox.provider.SimulatedRequest.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The queue, call by call; longer than usual because every call and every state of the
 * protocol is tried once.
 */
class FalQueueTests {

	private static final Pace SLOW = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));

	private static final Pace AT_WORK = new Pace(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(30));

	private FalSimulator fal;

	private FalClient client;

	@BeforeEach
	void start() {
		start(Pace.FAST);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.fal.close();
	}

	@Test
	void submitTellsTheRequestAndItsThreeAddresses() {
		Answer answer = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

		String id = answer.text("request_id");
		String request = this.fal.queueUrl() + "/fal-ai/flux-lora/requests/" + id;
		assertThat(answer.status()).isEqualTo(200);
		assertThat(id).hasSize(36);
		assertThat(answer.text("gateway_request_id")).isEqualTo(id);
		assertThat(answer.text("response_url")).isEqualTo(request);
		assertThat(answer.text("status_url")).isEqualTo(request + "/status");
		assertThat(answer.text("cancel_url")).isEqualTo(request + "/cancel");
		assertThat(answer.body().path("queue_position").isIntegralNumber()).isTrue();
		assertThat(answer.header("x-fal-request-id")).isEqualTo(id);
	}

	@Test
	void aRequestThatWaitsIsInTheQueueWithItsPosition() {
		restart(SLOW);
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

		Answer status = this.client.get(submitted.text("status_url"));

		assertThat(status.status()).isEqualTo(202);
		assertThat(status.text("status")).isEqualTo("IN_QUEUE");
		assertThat(status.body().path("queue_position").asInt()).isBetween(20, 30);
	}

	@Test
	void aRequestAtWorkIsInProgressAndShowsItsLogOnlyWhenAsked() {
		restart(AT_WORK);
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));
		String url = submitted.text("status_url");
		await().until(() -> !this.client.get(url + "?logs=1").body().path("logs").isEmpty());

		Answer silent = this.client.get(url);

		assertThat(silent.status()).isEqualTo(202);
		assertThat(silent.text("status")).isEqualTo("IN_PROGRESS");
		assertThat(silent.body().has("logs")).isFalse();
	}

	@Test
	void aCompletedRequestTellsItsTimeAndGivesItsResultAgainAndAgain() {
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

		Answer status = this.client.completed(submitted);

		assertThat(status.status()).isEqualTo(200);
		assertThat(status.body().at("/metrics/inference_time").asDouble()).isGreaterThan(0.1);
		assertThat(status.body().has("error")).isFalse();
		Answer result = this.client.get(submitted.text("response_url"));
		assertThat(result.body()).isEqualTo(this.client.get(submitted.text("response_url") + "/response").body());
		assertThat(result.header("X-Fal-Billable-Units")).isEqualTo("1");
	}

	@Test
	void theResultOfARequestAtWorkIsRefused() {
		restart(SLOW);
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

		assertThat(this.client.get(submitted.text("response_url")).status()).isEqualTo(400);
	}

	@Test
	void aRequestIsFoundWithAndWithoutTheSubPathOfItsEndpointButNotUnderAnotherApp() {
		Answer submitted = this.client.submit("fal-ai/flux-2/lora", Map.of("prompt", "a hill"));

		String id = submitted.text("request_id");
		assertThat(submitted.text("status_url")).endsWith("/fal-ai/flux-2/requests/" + id + "/status");
		assertThat(statusUnder("fal-ai/flux-2", id)).isIn(200, 202);
		assertThat(statusUnder("fal-ai/flux-2/lora", id)).isIn(200, 202);
		assertThat(statusUnder("fal-ai/flux-lora", id)).isEqualTo(404);
	}

	@Test
	void whatNobodyKnowsIsNotFound() {
		assertThat(this.client.submit("fal-ai/flux-nothing", Map.of("prompt", "a hill")).status()).isEqualTo(404);
		Answer unknown = this.client.get(this.fal.queueUrl() + "/fal-ai/flux-lora/requests/123/status");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.text("status")).isEqualTo("NOT_FOUND");
	}

	@Test
	void aWrongKeyIsRefusedAndCostsNothing() {
		try (FalClient stranger = new FalClient(this.fal, "another-key")) {
			assertThat(stranger.submit(FalClient.PICTURES, Map.of("prompt", "a hill")).status()).isEqualTo(401);
		}
		assertThat(this.fal.requests()).isEmpty();
	}

	@Test
	void aCancelledRequestCompletesWithAnErrorAndIsNeverWorkedOn() {
		restart(SLOW);
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

		Answer cancelled = this.client.call("PUT", submitted.text("cancel_url"), new byte[0]);

		assertThat(cancelled.status()).isEqualTo(202);
		assertThat(cancelled.text("status")).isEqualTo("CANCELLATION_REQUESTED");
		Answer status = this.client.completed(submitted);
		assertThat(status.text("error_type")).isEqualTo("client_cancelled");
		assertThat(this.client.get(submitted.text("response_url")).status()).isEqualTo(499);
	}

	@Test
	void workThatHasBegunCanBeCancelled() {
		restart(AT_WORK);
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));
		await().until(() -> this.client.get(submitted.text("status_url")).text("status").equals("IN_PROGRESS"));

		assertThat(this.client.call("PUT", submitted.text("cancel_url"), new byte[0]).status()).isEqualTo(202);

		assertThat(this.client.completed(submitted).text("error_type")).isEqualTo("client_cancelled");
	}

	@Test
	void whatHasCompletedCannotBeCancelled() {
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));
		this.client.completed(submitted);

		Answer cancelled = this.client.call("PUT", submitted.text("cancel_url"), new byte[0]);

		assertThat(cancelled.status()).isEqualTo(400);
		assertThat(cancelled.text("status")).isEqualTo("ALREADY_COMPLETED");
		assertThat(this.client.get(submitted.text("response_url")).status()).isEqualTo(200);
	}

	@Test
	void aRequestThatDoesNotStartInTheTimeAllowedTimesOut() {
		restart(SLOW);
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"), "X-Fal-Request-Timeout",
				"0.1");

		Answer result = this.client.result(submitted);

		assertThat(result.status()).isEqualTo(504);
		assertThat(result.header("X-Fal-Request-Timeout-Type")).isEqualTo("user");
		assertThat(result.text("error_type")).isEqualTo("request_timeout");
	}

	@Test
	void theJournalCountsWhatWasPaidForAndNamesTheFieldsThatWereIgnored() {
		this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill", "lora_url", "x"));
		this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

		assertThat(this.fal.journal().submits()).isEqualTo(Map.of(FalClient.PICTURES, 2));
		assertThat(this.fal.journal().ignoredFields()).isEqualTo(List.of("fal-ai/flux-lora: lora_url"));
		assertThat(this.fal.requests()).extracting(SimulatedRequest::endpoint)
			.containsExactly(FalClient.PICTURES, FalClient.PICTURES);
		assertThat(this.fal.journal().calls().getFirst().body()).contains("lora_url");
		assertThat(this.fal.journal().calls().toString()).doesNotContain(this.fal.key());
	}

	@Test
	void severalSimulatorsKnowNothingOfEachOther() {
		try (FalSimulator other = FalSimulator.start()) {
			this.client.submit(FalClient.PICTURES, Map.of("prompt", "a hill"));

			assertThat(other.requests()).isEmpty();
			assertThat(this.fal.requests()).hasSize(1);
		}
	}

	@Test
	void requestsTellTheirStateAndError() {
		Answer submitted = this.client.submit(FalClient.PICTURES, Map.of("num_images", 1));
		this.client.completed(submitted);

		assertThat(this.fal.requests()).singleElement().satisfies((request) -> {
			assertThat(request.state()).isEqualTo(State.COMPLETED);
			assertThat(request.errorType()).isEqualTo("missing");
		});
	}

	private int statusUnder(String app, String id) {
		return this.client.get(this.fal.queueUrl() + "/" + app + "/requests/" + id + "/status").status();
	}

	private void restart(Pace pace) {
		stop();
		start(pace);
	}

	private void start(Pace pace) {
		this.fal = FalSimulator.start(new FalSimulator.Settings(0, "test-key", null, pace));
		this.client = new FalClient(this.fal);
	}

}
