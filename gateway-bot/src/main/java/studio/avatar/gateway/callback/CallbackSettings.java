package studio.avatar.gateway.callback;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

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
 * @param atOnce webhooks that are checked at the same time; more are told to come again
 */
@Validated
@ConfigurationProperties("studio.callback")
record CallbackSettings(@DefaultValue("https://rest.fal.ai/.well-known/jwks.json") URI jwksUrl,
		@DefaultValue("6h") Duration keysFresh, @DefaultValue("24h") Duration keysLast,
		@DefaultValue("1m") Duration keysPause, @DefaultValue("3s") Duration keysTimeout,
		@DefaultValue("300s") Duration skew, @DefaultValue("1MB") DataSize largestBody,
		@DefaultValue("16") @Min(1) int atOnce) {

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

}
