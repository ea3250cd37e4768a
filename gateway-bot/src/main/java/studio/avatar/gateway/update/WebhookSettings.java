package studio.avatar.gateway.update;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Whether Telegram brings the updates, and how.
 *
 * @param url public address of {@link WebhookEndpoint}, HTTPS, behind whatever ends TLS;
 * blank: updates are polled for
 * @param secret what Telegram shall send along, 16-256 of {@code A-Za-z0-9_-}; blank: one
 * is derived from the token. Never shown, also not by {@link #toString()}
 * @param maxConnections updates that Telegram may bring at the same time, 1-100
 * @param bodyLimit longest update that is read
 * @param albumQuiet what {@link IntakeSettings#albumQuiet()} is for polling; longer,
 * because each part comes only after the answer to the one before, and longer than
 * {@link #RETRY_AFTER}, so that an album stays whole when one part had to come again
 * @param lookEvery how often Telegram is asked whether the webhook still stands
 */
@Validated
@ConfigurationProperties("studio.telegram.webhook")
record WebhookSettings(@DefaultValue("") String url, @DefaultValue("") String secret,
		@DefaultValue("40") @Min(1) @Max(100) int maxConnections, @DefaultValue("1MB") DataSize bodyLimit,
		@DefaultValue("3s") Duration albumQuiet, @DefaultValue("1m") Duration lookEvery) {

	/** Without it Telegram would wait up to two minutes when we are back. */
	static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private static final String PATH = "/webhooks/telegram";

	/**
	 * Refuses an address or a secret that Telegram would refuse, and a secret that can be
	 * guessed.
	 */
	WebhookSettings {
		if (!url.isBlank() && !isAddress(url)) {
			throw new IllegalArgumentException(
					"TELEGRAM_WEBHOOK_URL is no address; one looks like https://bot.example.org/webhooks/telegram");
		}
		if (!secret.isBlank() && !secret.matches("[A-Za-z0-9_-]{16,256}")) {
			throw new IllegalArgumentException(
					"TELEGRAM_WEBHOOK_SECRET may have 16 to 256 letters of A-Z, a-z, 0-9, _ and -");
		}
		if (albumQuiet.compareTo(RETRY_AFTER) <= 0) {
			throw new IllegalArgumentException("album-quiet by webhook must be longer than " + RETRY_AFTER);
		}
	}

	/** Whether Telegram is to bring the updates. */
	boolean isWanted() {
		return !this.url.isBlank();
	}

	/** What is probably a slip, though a proxy may make it right. */
	Optional<String> doubt() {
		return URI.create(this.url).getPath().endsWith(PATH) ? Optional.empty()
				: Optional.of("TELEGRAM_WEBHOOK_URL does not end in " + PATH);
	}

	private static boolean isAddress(String url) {
		try {
			URI address = URI.create(url);
			return address.getHost() != null && address.getUserInfo() == null
					&& String.valueOf(address.getScheme()).matches("(?i)https?");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return isWanted() ? "webhook at " + this.url : "no webhook";
	}

}
