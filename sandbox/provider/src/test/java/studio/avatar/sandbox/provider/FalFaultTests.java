package studio.avatar.sandbox.provider;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.sandbox.provider.FalClient.Answer;
import studio.avatar.sandbox.provider.Fault.Call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FalFaultTests {

	private static final Map<String, String> INPUT = Map.of("prompt", "a hill", "image_size", "square");

	private final FalSimulator fal = FalSimulator.start();

	private final FalClient client = new FalClient(this.fal);

	@AfterEach
	void stop() {
		this.client.close();
		this.fal.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503, 422, 404 })
	void aSubmitThatIsAnsweredWithAnErrorIsNotAccepted(int status) {
		this.fal.faults().next(Call.SUBMIT, new Effect.Answer(status));

		Answer refused = this.client.submit(FalClient.PICTURES, INPUT);

		assertThat(refused.status()).isEqualTo(status);
		assertThat(this.fal.journal().submits(FalClient.PICTURES)).isZero();
		assertThat(this.client.submit(FalClient.PICTURES, INPUT).status()).isEqualTo(200);
	}

	@Test
	void aCutAfterAcceptanceLosesTheSuccessButNotTheRequest() {
		this.fal.faults().next(Call.SUBMIT, new Effect.Cut(true));

		assertThatThrownBy(() -> this.client.submit(FalClient.PICTURES, INPUT))
			.isInstanceOf(UncheckedIOException.class);

		assertThat(this.fal.journal().submits(FalClient.PICTURES)).isEqualTo(1);
		assertThat(this.fal.requests()).hasSize(1);
	}

	@Test
	void aCutBeforeAcceptanceLeavesNothing() {
		this.fal.faults().next(Call.SUBMIT, new Effect.Cut(false));

		assertThatThrownBy(() -> this.client.submit(FalClient.PICTURES, INPUT))
			.isInstanceOf(UncheckedIOException.class);

		assertThat(this.fal.requests()).isEmpty();
	}

	@Test
	void aCallThatHangsIsCarriedOutAtOnceAndAnsweredLate() {
		this.fal.faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofMillis(300)));
		Instant before = Instant.now();

		Answer answer = this.client.submit(FalClient.PICTURES, INPUT);

		assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.fal.requests().getFirst().submittedAt()).isBefore(before.plusMillis(250));
	}

	@Test
	void nonsenseIsAnsweredWhereJsonWasPromised() {
		Answer submitted = this.client.submit(FalClient.PICTURES, INPUT);
		this.fal.faults().next(Call.STATUS, new Effect.Nonsense());

		Answer status = this.client.get(submitted.text("status_url"));

		assertThat(status.status()).isEqualTo(200);
		assertThat(status.body().isObject()).isFalse();
		assertThat(this.client.get(submitted.text("status_url")).body().isObject()).isTrue();
	}

	@Test
	void aJobThatIsToFailCompletesWithItsError() {
		this.fal.faults().next(Call.SUBMIT, Effect.FailJob.training());
		Answer submitted = this.client.submit(FalClient.PICTURES, INPUT);

		Answer status = this.client.completed(submitted);

		assertThat(status.text("error_type")).isEqualTo("internal_server_error");
		assertThat(this.client.get(submitted.text("response_url")).status()).isEqualTo(500);
	}

	@Test
	void aJobThatIsToBeBlackenedIs() {
		this.fal.faults().next(Call.SUBMIT, new Effect.NsfwJob());

		Answer result = this.client.result(this.client.submit(FalClient.PICTURES, INPUT));

		assertThat(result.body().path("has_nsfw_concepts").toString()).isEqualTo("[true]");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aJobThatNeverFinishesStaysUntilItIsCancelled(boolean inQueue) {
		this.fal.faults().next(Call.SUBMIT, new Effect.NeverFinish(inQueue));
		Answer submitted = this.client.submit(FalClient.PICTURES, INPUT);
		this.client.completed(this.client.submit(FalClient.PICTURES, INPUT));

		Answer status = this.client.get(submitted.text("status_url"));

		assertThat(status.text("status")).isEqualTo(inQueue ? "IN_QUEUE" : "IN_PROGRESS");
		assertThat(this.client.call("PUT", submitted.text("cancel_url"), new byte[0]).status()).isEqualTo(202);
		assertThat(this.client.completed(submitted).text("error_type")).isEqualTo("client_cancelled");
	}

	@Test
	void aPictureCanBeMissingWhenItIsFetched() {
		String url = this.client.result(this.client.submit(FalClient.PICTURES, INPUT))
			.body()
			.at("/images/0/url")
			.asString();
		this.fal.faults().next(Call.FILE, new Effect.Answer(404));

		assertThat(this.client.get(url).status()).isEqualTo(404);
		assertThat(this.client.get(url).status()).isEqualTo(200);
	}

	@Test
	void aFaultWaitsForItsEndpointAndItsNumberOfCalls() {
		this.fal.faults().add(Fault.next(Call.SUBMIT, new Effect.Answer(503)).at("fal-ai/flux-2/lora").repeated(2));

		assertThat(this.client.submit(FalClient.PICTURES, INPUT).status()).isEqualTo(200);
		assertThat(this.client.submit("fal-ai/flux-2/lora", INPUT).status()).isEqualTo(503);
		assertThat(this.client.submit("fal-ai/flux-2/lora", INPUT).status()).isEqualTo(503);
		assertThat(this.client.submit("fal-ai/flux-2/lora", INPUT).status()).isEqualTo(200);
		assertThat(this.fal.faults().waiting()).isEmpty();
	}

	@Test
	void anEffectOnTheJobIsRefusedForAnyOtherCall() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.next(Call.STATUS, new Effect.NsfwJob()));
	}

	@Test
	void anotherProcessSetsFaultsAndReadsTheJournal() {
		try (RemoteFal remote = new RemoteFal(this.fal.controlUrl())) {
			remote.add(Fault.next(Call.SUBMIT, new Effect.Hang(Duration.ofMillis(1))).at(FalClient.PICTURES));
			remote.next(Call.SUBMIT, new Effect.Answer(503));
			assertThat(remote.faults()).isEqualTo(this.fal.faults().waiting());

			this.client.submit(FalClient.PICTURES, INPUT);

			assertThat(remote.submits(FalClient.PICTURES)).isEqualTo(1);
			assertThat(remote.calls()).isEqualTo(this.fal.journal().calls());
			assertThat(remote.requests()).extracting(SimulatedRequest::id)
				.containsExactly(this.fal.requests().getFirst().id());
			assertThat(remote.ignoredFields()).isEmpty();
			remote.clearFaults();
			remote.clearJournal();
			assertThat(this.fal.faults().waiting()).isEmpty();
			assertThat(this.fal.journal().calls()).isEmpty();
		}
	}

}
