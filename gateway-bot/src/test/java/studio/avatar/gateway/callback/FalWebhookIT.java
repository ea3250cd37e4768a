package studio.avatar.gateway.callback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Effect.SpoilWebhook.How;
import studio.avatar.sandbox.provider.Fault.Call;

import static org.assertj.core.api.Assertions.assertThat;

/** Webhooks as the simulated provider sends them, over real HTTP. */
class FalWebhookIT extends GatewayUnderTest {

	private static final String PROOF = "p".repeat(43);

	private final HttpClient http = HttpClient.newHttpClient();

	private final UUID job = UUID.randomUUID();

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void quietProvider() {
		FAL.faults().clear();
	}

	@Test
	void aWebhookOfTheProviderIsToldToTheServiceItNames() throws Exception {
		String request = providerWorksFor(this.job);

		JobEnded ended = awaitTold(this.job).event() instanceof JobEnded told ? told : null;

		assertThat(ended).isNotNull();
		assertThat(ended).isEqualTo(new JobEnded(ServiceName.GENERATION, this.job, PROOF, request, true, ended.at()));
	}

	@Test
	void aWebhookThatComesTwiceIsOneEvent() throws Exception {
		FAL.faults().next(Call.SUBMIT, new Effect.WebhookTimes(2));
		double before = counted("taken");

		providerWorksFor(this.job);

		awaiting().until(() -> counted("taken") == before + 2);
		awaiting().until(() -> told(this.job).size() == 2);
		assertThat(told(this.job)).extracting(Envelope::id).containsOnly(told(this.job).getFirst().id());
	}

	@ParameterizedTest
	@EnumSource(How.class)
	void whatTheProviderHasNotSignedJustNowIsRefusedAndTellsNothing(How how) throws Exception {
		FAL.faults().next(Call.SUBMIT, new Effect.SpoilWebhook(how));
		double before = counted(outcome(how));
		providerWorksFor(this.job);
		awaiting().until(() -> counted(outcome(how)) > before);
		UUID later = UUID.randomUUID();

		providerWorksFor(later);

		awaitTold(later);
		assertThat(told(this.job)).isEmpty();
	}

	@Test
	void aKeyThatIsNewAtTheProviderIsFound() throws Exception {
		providerWorksFor(UUID.randomUUID());

		FAL.rotateWebhookKey();
		providerWorksFor(this.job);

		awaitTold(this.job);
	}

	@Test
	void aWebhookThatCannotBeKeptIsNotConfirmedAndComesAgain() throws Exception {
		double before = counted("not_kept");
		this.database.sql("""
				create function lose_callbacks() returns trigger language plpgsql as $$
				begin raise exception 'the disk is full'; end $$""").update();
		this.database.sql("""
				create trigger lose_callbacks before insert on outbox for each row
				when (new.topic = 'provider.callbacks') execute function lose_callbacks()""").update();
		providerWorksFor(this.job);
		awaiting().until(() -> counted("not_kept") > before);

		this.database.sql("drop function lose_callbacks() cascade").update();

		awaitTold(this.job);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			generation, 0a0b0c0d-0000-4000-8000-000000000001, short
			generation, 0a0b0c0d-0000-4000-8000-000000000001, none
			generation, not-a-job,                            ppppppppppppppppppppppppppppppppppppppppppp
			generation, 0-0-0-0-1,                            ppppppppppppppppppppppppppppppppppppppppppp
			gallery,    0a0b0c0d-0000-4000-8000-000000000001, ppppppppppppppppppppppppppppppppppppppppppp
			weather,    0a0b0c0d-0000-4000-8000-000000000001, ppppppppppppppppppppppppppppppppppppppppppp
			""")
	void anAddressThatNobodyGaveOutIsNotThere(String service, String jobId, String proof) throws Exception {
		String query = (proof != null) ? "?proof=" + proof : "";

		assertThat(post(address(service, jobId) + query, "{}")).isEqualTo(404);
	}

	@Test
	void whoeverSignsNothingIsTurnedAwayBeforeTheBodyIsRead() throws Exception {
		double before = counted("unsigned");

		assertThat(post(address(this.job), "x".repeat(1_500_000))).isEqualTo(401);

		assertThat(counted("unsigned")).isEqualTo(before + 1);
	}

	@Test
	void aBodyThatIsTooLargeIsTurnedAway() throws Exception {
		String seconds = Long.toString(java.time.Instant.now().getEpochSecond());

		assertThat(
				post(address(this.job), "x".repeat(1_500_000), "X-Fal-Webhook-Request-Id", "1", "X-Fal-Webhook-User-Id",
						"1", "X-Fal-Webhook-Timestamp", seconds, "X-Fal-Webhook-Signature", "0".repeat(128)))
			.isEqualTo(413);
	}

	private static String outcome(How how) {
		return switch (how) {
			case UNSIGNED -> "unsigned";
			case OTHER_BODY, OTHER_KEY -> "forged";
			case LONG_AGO -> "out_of_time";
		};
	}

	private double counted(String outcome) {
		return this.meters.counter("provider.callbacks", "outcome", outcome).count();
	}

	private Envelope<?> awaitTold(UUID told) {
		return awaiting().until(() -> told(told), (heard) -> !heard.isEmpty()).getFirst();
	}

	private static List<Envelope<?>> told(UUID job) {
		return wire().heard(Topic.PROVIDER_CALLBACKS, job);
	}

	/** A request whose end the provider is to tell; returns its id there. */
	private String providerWorksFor(UUID told) throws IOException, InterruptedException {
		String webhook = URLEncoder.encode(address(told), StandardCharsets.UTF_8);
		HttpRequest submit = HttpRequest
			.newBuilder(URI.create(FAL.queueUrl() + "/fal-ai/flux-lora?fal_webhook=" + webhook))
			.header("Authorization", "Key " + FAL.key())
			.POST(BodyPublishers.ofString("{\"prompt\": \"a hill\"}"))
			.build();
		assertThat(this.http.send(submit, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		return FAL.requests().getLast().id();
	}

	private String address(UUID told) {
		return address("generation", told.toString()) + "?proof=" + PROOF;
	}

	private String address(String service, String jobId) {
		return "http://127.0.0.1:%d/webhooks/fal/%s/%s".formatted(this.port, service, jobId);
	}

	private int post(String address, String body, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.http.send(request.build(), BodyHandlers.discarding()).statusCode();
	}

}
