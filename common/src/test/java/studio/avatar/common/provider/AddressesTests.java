package studio.avatar.common.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressesTests {

	private final Addresses addresses = new Addresses(settings("https://queue.fal.run", "secret"));

	@ParameterizedTest
	@ValueSource(strings = { "https://queue.fal.run/fal-ai/flux-lora/requests/1", "https://queue.falrun.com/x" })
	void theQueueAndItsBackupGetTheKey(String address) {
		assertThat(this.addresses.ofQueue(URI.create(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://queue.fal.run/x", "https://queue.fal.run.evil.example/x", "https://evil.example/x",
			"https://queue.fal.run@evil.example/x", "https://v3.fal.media/x", "http://127.0.0.1/x",
			"https://queue.fal.run:8443/x", "file:///etc/passwd", "relative" })
	void nobodyElseGetsTheKey(String address) {
		assertThat(this.addresses.ofQueue(URI.create(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://v3.fal.media/files/a/b.zip", "https://fal.media/x" })
	void filesComeFromTheProvidersHosts(String address) {
		assertThat(this.addresses.ofFiles(URI.create(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://v3.fal.media/x", "https://notfal.media/x", "http://169.254.169.254/latest",
			"https://localhost/x", "ftp://v3.fal.media/x" })
	void filesComeFromNowhereElse(String address) {
		assertThat(this.addresses.ofFiles(URI.create(address))).isFalse();
	}

	@Test
	void aProviderNamedByConfigurationIsBelieved() {
		Addresses simulated = new Addresses(settings("http://127.0.0.1:4711/queue", "secret"));

		assertThat(simulated.ofQueue(URI.create("http://127.0.0.1:4711/queue/x/requests/1"))).isTrue();
		assertThat(simulated.ofQueue(URI.create("http://127.0.0.1:4712/queue/x/requests/1"))).isFalse();
		assertThat(simulated.ofFiles(URI.create("http://127.0.0.1:4711/files/1"))).isTrue();
	}

	@Test
	void withoutAKeyNothingStarts() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings("https://queue.fal.run", " "))
			.withMessageContaining("FAL_KEY");
	}

	@Test
	void theKeyIsNeverPrinted() {
		assertThat(settings("https://queue.fal.run", "secret").toString()).doesNotContain("secret");
	}

	private static FalSettings settings(String queueUrl, String key) {
		return new FalSettings(URI.create(queueUrl), URI.create("https://rest.fal.ai"), key, Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(1), List.of("fal.media", "fal.ai"), Duration.ofDays(7), null,
				null);
	}

}
