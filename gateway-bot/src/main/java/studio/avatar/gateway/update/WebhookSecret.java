package studio.avatar.gateway.update;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.telegram.TelegramSettings;

import org.springframework.stereotype.Component;

/**
 * What tells Telegram's calls from everybody else's. Unless one is given it is derived
 * from the token, so that all instances agree on it and nobody has to keep another
 * secret.
 */
@Component
class WebhookSecret {

	private final String value;

	WebhookSecret(WebhookSettings webhook, TelegramSettings telegram) {
		this.value = webhook.secret().isBlank() ? derived(telegram.token()) : webhook.secret();
	}

	private static String derived(String token) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
			return HexFormat.of().formatHex(mac.doFinal("telegram webhook".getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has HmacSHA256", ex);
		}
	}

	/** Takes equally long wherever the first difference is. */
	boolean isSaidBy(@Nullable String header) {
		return header != null && MessageDigest.isEqual(this.value.getBytes(StandardCharsets.UTF_8),
				header.getBytes(StandardCharsets.UTF_8));
	}

	/** For Telegram only. */
	String value() {
		return this.value;
	}

}
