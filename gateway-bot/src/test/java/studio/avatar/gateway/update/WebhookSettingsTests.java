package studio.avatar.gateway.update;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import studio.avatar.gateway.telegram.TelegramSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** One variable decides, and none of them is shown. */
class WebhookSettingsTests {

	private static final String URL = "https://bot.example.org/webhooks/telegram";

	@Test
	void blankMeansPolling() {
		assertThat(settings("", "").isWanted()).isFalse();
		assertThat(settings("  ", "").isWanted()).isFalse();
		assertThat(settings(URL, "").isWanted()).isTrue();
	}

	@Test
	void whatIsNoAddressIsRefusedAtStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings("bot.example.org", ""))
			.withMessageContaining("TELEGRAM_WEBHOOK_URL");
		assertThatIllegalArgumentException().isThrownBy(() -> settings("ftp://bot.example.org", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> settings("https://a b", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> settings("https://me:hidden@bot.example.org", ""))
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("hidden"));
	}

	@Test
	void anAddressThatLeadsElsewhereIsDoubted() {
		assertThat(settings("https://bot.example.org", "").doubt()).hasValueSatisfying(
				(words) -> assertThat(words).isEqualTo("TELEGRAM_WEBHOOK_URL does not end in /webhooks/telegram"));
		assertThat(settings(URL, "").doubt()).isEmpty();
	}

	@Test
	void aSecretThatCanBeGuessedIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(URL, "fifteen-letters"));
		assertThat(settings(URL, "sixteen-letters-").isWanted()).isTrue();
	}

	@Test
	void anAlbumWaitsLongerThanAPartThatComesAgain() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSettings(URL, "", 40, DataSize.ofMegabytes(1),
				WebhookSettings.RETRY_AFTER, Duration.ofMinutes(1)));
	}

	@Test
	void aSecretTelegramWouldRefuseIsRefusedAndNotShown() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(URL, "hidden words"))
			.withMessageContaining("TELEGRAM_WEBHOOK_SECRET")
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("hidden"));
		assertThat(settings(URL, "hidden-from-everybody").toString()).doesNotContain("hidden");
	}

	@Test
	void withoutASecretOneIsDerivedThatAllInstancesAgreeOn() {
		WebhookSecret one = new WebhookSecret(settings(URL, ""), bot("12345:ABC"));
		WebhookSecret other = new WebhookSecret(settings(URL, ""), bot("12345:ABC"));
		WebhookSecret ofAnother = new WebhookSecret(settings(URL, ""), bot("12345:ABD"));

		assertThat(one.isSaidBy(other.value())).isTrue();
		assertThat(one.isSaidBy(ofAnother.value())).isFalse();
		assertThat(one.value()).doesNotContain("ABC").matches("[A-Za-z0-9_-]{1,256}");
	}

	@Test
	void onlyTheWholeSecretCounts() {
		WebhookSecret secret = new WebhookSecret(settings(URL, "right-and-long-enough"), bot("12345:ABC"));

		assertThat(secret.isSaidBy("right-and-long-enough")).isTrue();
		assertThat(secret.isSaidBy("right-and-long-enoug")).isFalse();
		assertThat(secret.isSaidBy("")).isFalse();
		assertThat(secret.isSaidBy(null)).isFalse();
	}

	private static WebhookSettings settings(String url, String secret) {
		return new WebhookSettings(url, secret, 40, DataSize.ofMegabytes(1), Duration.ofSeconds(3),
				Duration.ofMinutes(1));
	}

	private static TelegramSettings bot(String token) {
		return new TelegramSettings(URI.create("http://127.0.0.1:1"), token, Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
	}

}
