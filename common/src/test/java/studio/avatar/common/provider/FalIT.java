package studio.avatar.common.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Over real HTTP: what is said to the provider, and what a failure is taken for. */
class FalIT {

	private static final String PICTURES = "fal-ai/flux-lora";

	private static final UUID JOB = UUID.randomUUID();

	private static FalSimulator fal;

	private static FalQueue queue;

	private static FalStorage storage;

	private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

	@BeforeAll
	static void simulate() {
		fal = FalSimulator.start();
		FalSettings settings = settings(fal.queueUrl(), fal.key());
		queue = queue(settings);
		storage = new FalStorage(settings, METERS);
	}

	@AfterAll
	static void end() {
		fal.close();
	}

	@BeforeEach
	void quiet() {
		fal.faults().clear();
		fal.journal().clear();
	}

	@Test
	void aRequestIsSubmittedAndItsResultFetched() {
		Submission submission = queue.submit(PICTURES, prompt("a lighthouse"), JOB);
		JobStatus end = Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> queue.status(submission.statusUrl()), JobStatus.Completed.class::isInstance);

		JsonNode result = queue.result(submission.responseUrl());

		assertThat(end).extracting((status) -> ((JobStatus.Completed) status).error()).isNull();
		assertThat(result.path("images").size()).isEqualTo(1);
	}

	@Test
	void aSubmitAsksForAShortLifeOfItsResult() {
		queue.submit(PICTURES, prompt("x"), JOB);

		assertThat(fal.journal().calls()).singleElement()
			.satisfies((call) -> assertThat(call.headers()).containsEntry("x-fal-object-lifecycle-preference",
					"{\"expiration_duration_seconds\":604800}"));
	}

	@Test
	void aRefusedSubmitSaysWhyAndHasBegunNothing() {
		fal.faults().next(Call.SUBMIT, new Effect.Answer(422));

		assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> queue.submit(PICTURES, prompt("x"), JOB))
			.satisfies((refused) -> assertThat(refused.type()).isEqualTo("content_policy_violation"));

		assertThat(fal.journal().submits(PICTURES)).isZero();
	}

	@Test
	void aFullProviderMayBeAskedAgain() {
		for (int status : List.of(429, 503)) {
			fal.faults().next(Call.SUBMIT, new Effect.Answer(status));

			assertThatExceptionOfType(ProviderUnavailable.class)
				.isThrownBy(() -> queue.submit(PICTURES, prompt("x"), JOB));
		}
		assertThat(fal.journal().submits(PICTURES)).isZero();
	}

	@Test
	void aCallInVainIsCountedByWhy() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		FalSettings settings = settings(fal.queueUrl(), fal.key());
		FalQueue counting = new FalQueue(settings, new JobCallbacks(settings, ServiceName.GENERATION), meters);
		for (Effect effect : List.of(new Effect.Answer(429), new Effect.Answer(500), new Effect.Cut(false))) {
			fal.faults().next(Call.SUBMIT, effect);
			assertThatExceptionOfType(ProviderException.class)
				.isThrownBy(() -> counting.submit(PICTURES, prompt("x"), JOB));
		}

		assertThat(meters.find("calls.in.vain").tag("to", "provider").counters())
			.extracting((counter) -> counter.getId().getTag("why"))
			.containsExactlyInAnyOrder("429", "5xx", "lost");
	}

	@Test
	void aBusyGatewayInFrontOfTheProviderLeavesItOpenWhetherTheRequestWasTaken() {
		for (String page : List.of("<html>Service Temporarily Unavailable</html>",
				"{\"message\": \"no healthy upstream\"}")) {
			fal.faults().next(Call.SUBMIT, new Effect.Answer(503, page));

			assertThatExceptionOfType(OutcomeUnknown.class).as(page)
				.isThrownBy(() -> queue.submit(PICTURES, prompt("x"), JOB));
		}
	}

	@Test
	void nobodyListeningMeansNothingWasBegun() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		FalQueue absent = queue(settings(URI.create("http://127.0.0.1:" + free + "/queue"), "key"));

		assertThatExceptionOfType(ProviderUnavailable.class)
			.isThrownBy(() -> absent.submit(PICTURES, prompt("x"), JOB));
	}

	@Test
	void aLostAnswerIsUnknownWhateverLostItAndIsNotAskedForAgain() {
		for (Effect effect : List.of(new Effect.Cut(true), new Effect.Hang(Duration.ofSeconds(3)),
				new Effect.Nonsense())) {
			fal.journal().clear();
			fal.faults().next(Call.SUBMIT, effect);

			assertThatExceptionOfType(OutcomeUnknown.class).as(effect.toString())
				.isThrownBy(() -> queue.submit(PICTURES, prompt("x"), JOB));

			assertThat(fal.journal().submits(PICTURES)).as(effect.toString()).isEqualTo(1);
		}
	}

	@Test
	void aServerErrorAfterASubmitIsUnknown() {
		for (int status : List.of(500, 502, 504)) {
			fal.faults().next(Call.SUBMIT, new Effect.Answer(status));

			assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> queue.submit(PICTURES, prompt("x"), JOB));
		}
	}

	@Test
	void aWrongKeyIsARefusal() {
		FalQueue stranger = queue(settings(fal.queueUrl(), "wrong"));

		assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stranger.submit(PICTURES, prompt("x"), JOB));
	}

	@Test
	void aFailedRequestCompletesWithTheModelsOwnReason() {
		fal.faults().next(Call.SUBMIT, Effect.FailJob.contentPolicy());
		Submission submission = queue.submit(PICTURES, prompt("x"), JOB);
		JobStatus.Completed end = (JobStatus.Completed) Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> queue.status(submission.statusUrl()), JobStatus.Completed.class::isInstance);

		assertThat(end.error()).isNotBlank();
		assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> queue.result(submission.responseUrl()))
			.satisfies((refused) -> assertThat(refused.type()).isEqualTo("content_policy_violation"));
	}

	@Test
	void aFailureThatLooksPassingIsFinalOnceTheRequestIsOver() {
		fal.faults().next(Call.SUBMIT, new Effect.FailJob(503, "runner_disconnected", "The runner went away"));
		Submission submission = queue.submit(PICTURES, prompt("x"), JOB);
		JobStatus.Completed end = completed(submission);

		assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> queue.result(submission.responseUrl(), end))
			.satisfies(
					(refused) -> assertThat(refused.reason()).isEqualTo("runner_disconnected: The runner went away"));
	}

	@Test
	void aFailedRequestWithoutAReasonIsFinalToo() {
		fal.faults().next(Call.SUBMIT, Effect.FailJob.training());
		Submission submission = queue.submit(PICTURES, prompt("x"), JOB);
		JobStatus.Completed end = completed(submission);
		fal.faults().next(Call.RESULT, new Effect.Answer(503, "<html>Service Unavailable</html>"));

		assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> queue.result(submission.responseUrl(), end))
			.satisfies((refused) -> assertThat(refused.type()).isEqualTo("failed"));
	}

	@Test
	void aResultThatOnlyCannotBeFetchedNowIsAskedForAgain() {
		Submission submission = queue.submit(PICTURES, prompt("x"), JOB);
		JobStatus.Completed end = completed(submission);
		fal.faults().next(Call.RESULT, new Effect.Answer(503));

		assertThatExceptionOfType(ProviderUnavailable.class)
			.isThrownBy(() -> queue.result(submission.responseUrl(), end));

		assertThat(queue.result(submission.responseUrl(), end).path("images").size()).isEqualTo(1);
	}

	@Test
	void aWaitingRequestTellsItsPositionAndCanBeStopped() {
		fal.faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		Submission submission = queue.submit(PICTURES, prompt("x"), JOB);

		assertThat(queue.status(submission.statusUrl())).isInstanceOf(JobStatus.InQueue.class);
		assertThat(queue.cancel(submission.cancelUrl())).isEqualTo(Cancellation.REQUESTED);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> queue.cancel(submission.cancelUrl()) == Cancellation.ALREADY_COMPLETED);
	}

	@Test
	void aRequestNobodyKnowsIsUnknown() {
		URI unknown = URI.create(fal.queueUrl() + "/fal-ai/flux-lora/requests/00000000-0000-0000-0000-000000000000");

		assertThat(queue.status(URI.create(unknown + "/status"))).isEqualTo(new JobStatus.Unknown());
		assertThat(queue.cancel(URI.create(unknown + "/cancel"))).isEqualTo(Cancellation.NOT_FOUND);
	}

	@Test
	void aQuestionThatFailsMayBeAskedAgain() {
		Submission submission = queue.submit(PICTURES, prompt("x"), JOB);
		for (Effect effect : List.of(new Effect.Answer(500), new Effect.Cut(false), new Effect.Nonsense())) {
			fal.faults().clear();
			fal.faults().add(Fault.next(Call.STATUS, effect).always());

			assertThatExceptionOfType(ProviderUnavailable.class).as(effect.toString())
				.isThrownBy(() -> queue.status(submission.statusUrl()));
		}
	}

	@Test
	void theKeyGoesToNoOtherServer() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> queue.status(URI.create("http://169.254.169.254/latest/status")));
		assertThatExceptionOfType(ProviderRefused.class)
			.isThrownBy(() -> storage.download(URI.create("http://169.254.169.254/latest"), 10));
	}

	@Test
	void aFileGoesUpAndComesBack() throws IOException {
		byte[] content = "seven photos".getBytes(StandardCharsets.UTF_8);

		URI address = upload(content);

		try (InputStream in = storage.download(address, content.length)) {
			assertThat(in.readAllBytes()).isEqualTo(content);
		}
	}

	@Test
	void aFileLongerThanAllowedIsNotReadToItsEnd() throws IOException {
		URI address = upload(new byte[100_000]);

		try (InputStream in = storage.download(address, 99_999)) {
			assertThatExceptionOfType(DownloadTooLong.class).isThrownBy(in::readAllBytes);
		}
	}

	@Test
	void aMissingFileIsARefusalAndABusyStorageIsNot() {
		URI address = upload(new byte[10]);

		fal.faults().next(Call.FILE, new Effect.Answer(404));
		assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> storage.download(address, 10));
		fal.faults().next(Call.FILE, new Effect.Answer(503));
		assertThatExceptionOfType(ProviderUnavailable.class).isThrownBy(() -> storage.download(address, 10));

		assertThat(METERS.find("calls.in.vain").tag("to", "storage").counters())
			.extracting((counter) -> counter.getId().getTag("why"))
			.contains("refused", "5xx");
	}

	@Test
	void anUploadThatFailsMayBeTriedAgain() {
		for (Effect effect : List.of(new Effect.Answer(503), new Effect.Cut(true), new Effect.Nonsense())) {
			fal.faults().add(Fault.next(Call.UPLOAD, effect));

			assertThatExceptionOfType(ProviderUnavailable.class).as(effect.toString())
				.isThrownBy(() -> upload(new byte[10]));
		}
	}

	private static JobStatus.Completed completed(Submission submission) {
		return (JobStatus.Completed) Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> queue.status(submission.statusUrl()), JobStatus.Completed.class::isInstance);
	}

	private static URI upload(byte[] content) {
		return storage.upload("photos.zip", "application/zip", content.length, () -> new ByteArrayInputStream(content),
				Duration.ofHours(1));
	}

	private static Map<String, Object> prompt(String text) {
		return Map.of("prompt", text, "num_images", 1);
	}

	private static FalSettings settings(URI queueUrl, String key) {
		return new FalSettings(queueUrl, fal.restUrl(), key, Duration.ofSeconds(1), Duration.ofSeconds(1),
				Duration.ofSeconds(10), List.of("fal.media"), Duration.ofDays(7), null, null);
	}

	private static FalQueue queue(FalSettings settings) {
		return new FalQueue(settings, new JobCallbacks(settings, ServiceName.GENERATION), new SimpleMeterRegistry());
	}

}
