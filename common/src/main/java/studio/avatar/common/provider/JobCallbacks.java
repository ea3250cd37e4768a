package studio.avatar.common.provider;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ServiceName;

/**
 * The address that the provider calls when a job of this service has ended, and the proof
 * in it. The provider signs what it says for every customer alike, so its signature does
 * not show whose job it speaks of; the proof shows that we gave the address out for just
 * this job.
 */
public class JobCallbacks {

	private static final Logger log = LoggerFactory.getLogger(JobCallbacks.class);

	private static final String GATEWAYS_PATH = "/webhooks/fal";

	private final @Nullable URI webhookUrl;

	private final ServiceName service;

	private final CallbackProofs proofs;

	JobCallbacks(FalSettings settings, ServiceName service) {
		this.webhookUrl = settings.webhookUrl();
		this.service = service;
		this.proofs = settings.callbackProofs();
		if (this.webhookUrl != null && !leadsToTheGateway(this.webhookUrl)) {
			log.atWarn()
				.log("FAL_WEBHOOK_URL does not end in {}: the provider's calls may reach nobody", GATEWAYS_PATH);
		}
	}

	/**
	 * A proxy may give the gateway's path another name, so it is no more than unlikely.
	 */
	static boolean leadsToTheGateway(URI webhookUrl) {
		return withoutSlash(webhookUrl).endsWith(GATEWAYS_PATH);
	}

	/** Empty when the provider is not to call. */
	Optional<URI> address(UUID jobId) {
		return Optional.ofNullable(this.webhookUrl)
			.map((url) -> URI.create("%s/%s/%s?proof=%s".formatted(withoutSlash(url), this.service.id(), jobId,
					this.proofs.proof(this.service, jobId))));
	}

	/** Whether a callback is about a job of this service and its proof is right. */
	public boolean isProved(JobEnded callback) {
		return callback.service() == this.service
				&& this.proofs.isProved(this.service, callback.jobId(), callback.proof());
	}

	private static String withoutSlash(URI url) {
		return url.toString().replaceAll("/+$", "");
	}

}
