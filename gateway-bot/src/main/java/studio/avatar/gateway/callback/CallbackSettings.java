package studio.avatar.gateway.callback;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import studio.avatar.common.provider.CallbackProofs;

/**
 * How webhooks of the provider are checked.
 *
 * @param jwksUrl where the provider's keys are ({@code FAL_JWKS_URL})
 * @param keysFresh age from which keys are fetched anew
 * @param keysLast age up to which keys count although no newer ones can be fetched; the
 * provider allows 24 hours
 * @param keysPause least time between two fetches, whatever comes in
 * @param keysTimeout until a connection stands, and once more until the keys are there
 * @param skew how far the provider's clock may be from ours
 * @param largestBody of a webhook
 * @param bodyTimeout until a body is here; looked at with each part of it that comes
 * @param atOnce webhooks that are checked at the same time; more are told to come again
 * @param webhookSecret what the services make proofs with ({@code FAL_WEBHOOK_SECRET});
 * blank or absent means that only they can check one
 */
@Validated
@ConfigurationProperties("studio.callback")
record CallbackSettings(@DefaultValue("https://rest.fal.ai/.well-known/jwks.json") URI jwksUrl,
		@DefaultValue("6h") Duration keysFresh, @DefaultValue("24h") Duration keysLast,
		@DefaultValue("1m") Duration keysPause, @DefaultValue("3s") Duration keysTimeout,
		@DefaultValue("300s") Duration skew, @DefaultValue("256KB") DataSize largestBody,
		@DefaultValue("10s") Duration bodyTimeout, @DefaultValue("64") @Min(1) int atOnce,
		@Nullable String webhookSecret) {

	private static final Duration LONGEST_THAT_KEYS_MAY_COUNT = Duration.ofHours(24);

	CallbackSettings {
		if (keysLast.compareTo(LONGEST_THAT_KEYS_MAY_COUNT) > 0 || keysFresh.compareTo(keysLast) > 0) {
			throw new IllegalArgumentException(
					"studio.callback: keys-fresh is at most keys-last, and that at most 24 hours");
		}
		if (jwksUrl.getHost() == null) {
			throw new IllegalArgumentException("studio.callback.jwks-url is no address: " + jwksUrl);
		}
	}

	/** Empty when proofs cannot be checked here. */
	Optional<CallbackProofs> proofs() {
		return Optional.ofNullable(this.webhookSecret)
			.filter((secret) -> !secret.isBlank())
			.map(CallbackProofs::bySecret);
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "CallbackSettings[jwksUrl=%s]".formatted(this.jwksUrl);
	}

}
