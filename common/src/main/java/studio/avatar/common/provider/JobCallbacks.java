package studio.avatar.common.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ServiceName;

/**
 * The address that the provider calls when a job of this service has ended, and the proof
 * in it. The provider signs what it says for every customer alike, so its signature does
 * not show whose job it speaks of; the proof shows that we gave the address out for just
 * this job. With another provider key, proofs given out before count no more.
 */
public class JobCallbacks {

	private static final String ALGORITHM = "HmacSHA256";

	/** Keeps these proofs apart from whatever else is made with the provider's key. */
	private static final String PURPOSE = "avatar-studio provider callback";

	private final @Nullable URI webhookUrl;

	private final ServiceName service;

	private final byte[] secret;

	JobCallbacks(FalSettings settings, ServiceName service) {
		this.webhookUrl = settings.webhookUrl();
		this.service = service;
		this.secret = mac(String.valueOf(settings.key()).getBytes(StandardCharsets.UTF_8), PURPOSE);
	}

	/** Empty when the provider is not to call. */
	Optional<URI> address(UUID jobId) {
		return Optional.ofNullable(this.webhookUrl)
			.map((url) -> URI.create("%s/%s/%s?proof=%s".formatted(url.toString().replaceAll("/+$", ""),
					this.service.id(), jobId, proof(jobId))));
	}

	/**
	 * Whether a callback is about a job of this service and its proof is right; takes the
	 * same time for every wrong one.
	 */
	public boolean prove(JobEnded callback) {
		return callback.service() == this.service
				&& MessageDigest.isEqual(proof(callback.jobId()).getBytes(StandardCharsets.UTF_8),
						callback.proof().getBytes(StandardCharsets.UTF_8));
	}

	private String proof(UUID jobId) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(mac(this.secret, this.service.id() + '/' + jobId));
	}

	private static byte[] mac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
