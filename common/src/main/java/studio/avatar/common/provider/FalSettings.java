package studio.avatar.common.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the provider is and how patient we are.
 *
 * @param queueUrl base address of the queue ({@code FAL_QUEUE_URL})
 * @param restUrl base address of the storage's calls ({@code FAL_REST_URL})
 * @param key the provider's key ({@code FAL_KEY}); sent to these two addresses and
 * nowhere else
 * @param connectTimeout until a connection stands
 * @param answerTimeout until a call of the queue is answered
 * @param transferTimeout until a file is sent or received whole
 * @param fileHosts hosts, and with them their sub-domains, that files are fetched from
 * and sent to over https; the two addresses above count as well
 * @param resultLife how long the provider is asked to keep what it makes: anybody who
 * knows its address can read it; longer than any job takes
 * @param webhookUrl where the provider tells that a job has ended, as it reaches the
 * gateway from outside ({@code FAL_WEBHOOK_URL}); absent means that it is only asked
 * @param webhookSecret what proofs in that address are made with
 * ({@code FAL_WEBHOOK_SECRET}); blank or absent means the provider's key
 */
@ConfigurationProperties("studio.fal")
public record FalSettings(@DefaultValue("https://queue.fal.run") URI queueUrl,
		@DefaultValue("https://rest.fal.ai") URI restUrl, @Nullable String key,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("20s") Duration answerTimeout,
		@DefaultValue("10m") Duration transferTimeout, @DefaultValue( {
				"fal.media", "fal.ai", "fal.run", "storage.googleapis.com" }) List<String> fileHosts,
		@DefaultValue("7d") Duration resultLife, @Nullable URI webhookUrl, @Nullable String webhookSecret){

	public FalSettings {
		if (key == null || key.isBlank()) {
			throw new IllegalArgumentException("no key for the provider: set FAL_KEY (studio.fal.key)");
		}
		refuseRelative(queueUrl, "studio.fal.queue-url");
		refuseRelative(restUrl, "studio.fal.rest-url");
		if (!resultLife.isPositive()) {
			throw new IllegalArgumentException("studio.fal.result-life is longer than nothing");
		}
		if (webhookUrl != null) {
			refuseRelative(webhookUrl, "studio.fal.webhook-url");
			if (webhookUrl.getQuery() != null || webhookUrl.getFragment() != null) {
				throw new IllegalArgumentException("studio.fal.webhook-url has nothing after its path");
			}
			if (webhookUrl.getUserInfo() != null) {
				throw new IllegalArgumentException("studio.fal.webhook-url names nobody before its host");
			}
		}
		fileHosts = List.copyOf(fileHosts);
	}

	private static void refuseRelative(URI url, String name) {
		if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
			throw new IllegalArgumentException(name + " is no http(s) address: " + url);
		}
	}

	/** With the secret where there is one, and with the provider's key otherwise. */
	CallbackProofs callbackProofs() {
		return (this.webhookSecret == null || this.webhookSecret.isBlank())
				? CallbackProofs.byProviderKey(String.valueOf(this.key)) : CallbackProofs.bySecret(this.webhookSecret);
	}

	/** Without the key and the secret. */
	@Override
	public String toString() {
		return "FalSettings[queueUrl=%s, restUrl=%s]".formatted(this.queueUrl, this.restUrl);
	}

}
