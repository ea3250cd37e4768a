package studio.avatar.gateway.telegram;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Telegram is and who we are there.
 *
 * @param apiUrl base address of the Bot API, without a path
 * @param token the bot's token; never shown, also not by {@link #toString()}
 * @param pollTimeout how long one {@code getUpdates} waits for news; Telegram cuts it at
 * 50 s
 * @param connectTimeout until a connection stands
 * @param readTimeout silence after which an answer counts as lost, an upload apart
 * @param callTimeout a whole call, an upload apart, which takes a second for each 125 kB
 */
@Validated
@ConfigurationProperties("studio.telegram")
public record TelegramSettings(@NotNull URI apiUrl, @NotNull String token, @DefaultValue("25s") Duration pollTimeout,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("20s") Duration readTimeout,
		@DefaultValue("60s") Duration callTimeout) {

	/** Refuses what is no token without saying what it is instead. */
	public TelegramSettings {
		if (!token.matches("\\d+:[A-Za-z0-9_-]+")) {
			throw new IllegalArgumentException("TELEGRAM_BOT_TOKEN is no bot token; one looks like 123456:ABC-DEF");
		}
	}

	/** Telegram's id of the bot, the number before the colon. */
	public long botId() {
		return Long.parseLong(this.token.substring(0, this.token.indexOf(':')));
	}

	String methods() {
		return base() + "/bot" + this.token + "/";
	}

	String files() {
		return base() + "/file/bot" + this.token + "/";
	}

	private String base() {
		return this.apiUrl.toString().replaceAll("/+$", "");
	}

	/** The text without the secret. */
	String redact(String text) {
		return text.replace(this.token, "<token>")
			.replace(this.token.substring(this.token.indexOf(':') + 1), "<token>");
	}

	@Override
	public String toString() {
		return "Telegram at " + this.apiUrl + ", bot " + botId();
	}

}
