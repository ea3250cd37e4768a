package studio.avatar.common.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ServiceName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JobCallbacksTests {

	private static final UUID JOB = UUID.fromString("0a0b0c0d-0000-4000-8000-000000000001");

	private static final String GATEWAY = "https://bot.example.org/webhooks/fal";

	private final JobCallbacks training = callbacks(GATEWAY, "key", ServiceName.TRAINING);

	@Test
	void theAddressNamesTheServiceTheJobAndAProofThatFitsIntoAQuery() {
		assertThat(this.training.address(JOB).orElseThrow().toString())
			.matches(GATEWAY + "/training/" + JOB + "\\?proof=[A-Za-z0-9_-]{43}");
	}

	@Test
	void aSlashAtTheEndOfTheSettingIsNoneInTheAddress() {
		assertThat(callbacks(GATEWAY + "/", "key", ServiceName.TRAINING).address(JOB))
			.isEqualTo(this.training.address(JOB));
	}

	@Test
	void withoutAWebhookUrlNobodyIsToCall() {
		assertThat(callbacks(null, "key", ServiceName.TRAINING).address(JOB)).isEmpty();
	}

	@Test
	void theProofOfTheAddressProvesTheCallback() {
		assertThat(this.training.isProved(ended(ServiceName.TRAINING, JOB, proof(this.training)))).isTrue();
	}

	@Test
	void aProofIsGoodForOneJobOfOneServiceWithOneKey() {
		String proof = proof(this.training);

		assertThat(this.training.isProved(ended(ServiceName.TRAINING, UUID.randomUUID(), proof))).isFalse();
		assertThat(this.training.isProved(ended(ServiceName.GENERATION, JOB, proof))).isFalse();
		assertThat(
				callbacks(GATEWAY, "key", ServiceName.GENERATION).isProved(ended(ServiceName.GENERATION, JOB, proof)))
			.isFalse();
		assertThat(callbacks(GATEWAY, "other", ServiceName.TRAINING).isProved(ended(ServiceName.TRAINING, JOB, proof)))
			.isFalse();
		assertThat(this.training.isProved(ended(ServiceName.TRAINING, JOB, proof.substring(1)))).isFalse();
	}

	@Test
	void whoeverKnowsTheSecretCanCheckAProofWithoutTheProvidersKey() {
		JobCallbacks bySecret = callbacks(GATEWAY, "key", "sixteen letters!", ServiceName.TRAINING);

		CallbackProofs gateways = CallbackProofs.bySecret("sixteen letters!");

		assertThat(gateways.isProved(ServiceName.TRAINING, JOB, proof(bySecret))).isTrue();
		assertThat(bySecret.isProved(ended(ServiceName.TRAINING, JOB, proof(this.training)))).isFalse();
	}

	@Test
	void aBlankSecretIsNone() {
		assertThat(proof(callbacks(GATEWAY, "key", " ", ServiceName.TRAINING))).isEqualTo(proof(this.training));
	}

	@Test
	void aSecretThatCanBeGuessedIsRefusedAtTheStart() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> callbacks(GATEWAY, "key", "fifteen letters", ServiceName.TRAINING))
			.withMessageContaining("FAL_WEBHOOK_SECRET");
	}

	@ParameterizedTest
	@CsvSource({ GATEWAY + ", true", GATEWAY + "/, true", "https://bot.example.org, false",
			"https://bot.example.org/webhooks/telegram, false" })
	void anAddressThatIsHardlyTheGatewaysIsSeen(URI url, boolean leads) {
		assertThat(JobCallbacks.leadsToTheGateway(url)).isEqualTo(leads);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bot.example.org/webhooks/fal", "ftp://bot.example.org", GATEWAY + "?a=b",
			"https://me:pass@bot.example.org/webhooks/fal" })
	void anAddressThatNobodyCouldCallIsRefusedAtTheStart(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> callbacks(url, "key", ServiceName.TRAINING))
			.withMessageContaining("webhook-url");
	}

	@Test
	void theAddressesOfAKnownRequestLeaveTheSubPathOut() {
		Submission known = Submission.known(URI.create("https://queue.fal.run"), "fal-ai/flux-2/lora", "ab-12");

		assertThat(known.statusUrl()).hasToString("https://queue.fal.run/fal-ai/flux-2/requests/ab-12/status");
		assertThat(known.responseUrl()).hasToString("https://queue.fal.run/fal-ai/flux-2/requests/ab-12");
		assertThat(known.cancelUrl()).hasToString("https://queue.fal.run/fal-ai/flux-2/requests/ab-12/cancel");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../other", "a/b", "a?b", "", "a b" })
	void whatIsNoIdOfARequestNeverBecomesAnAddress(String requestId) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Submission.known(URI.create("https://queue.fal.run"), "fal-ai/flux-lora", requestId));
	}

	private static JobEnded ended(ServiceName service, UUID job, String proof) {
		return new JobEnded(service, job, proof, "request", true, Instant.EPOCH);
	}

	private static String proof(JobCallbacks callbacks) {
		String query = callbacks.address(JOB).orElseThrow().getQuery();
		return query.substring("proof=".length());
	}

	private static JobCallbacks callbacks(@Nullable String webhookUrl, String key, ServiceName service) {
		return callbacks(webhookUrl, key, null, service);
	}

	private static JobCallbacks callbacks(@Nullable String webhookUrl, String key, @Nullable String secret,
			ServiceName service) {
		return new JobCallbacks(new FalSettings(URI.create("https://queue.fal.run"), URI.create("https://rest.fal.ai"),
				key, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), List.of("fal.media"),
				Duration.ofDays(7), (webhookUrl != null) ? URI.create(webhookUrl) : null, secret), service);
	}

}
