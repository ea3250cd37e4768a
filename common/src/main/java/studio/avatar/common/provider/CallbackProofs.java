package studio.avatar.common.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import studio.avatar.common.contract.ServiceName;

/**
 * Proofs that an address which the provider calls was given out by us, each for one job
 * of one service. Whoever knows the secret can make and check them; with another secret,
 * proofs given out before count no more.
 */
public final class CallbackProofs {

	private static final int SHORTEST_SECRET = 16;

	private static final String ALGORITHM = "HmacSHA256";

	/** Keeps these proofs apart from whatever else is made with the same secret. */
	private static final String PURPOSE = "avatar-studio provider callback";

	private final byte[] key;

	private CallbackProofs(String secret) {
		this.key = mac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
	}

	/**
	 * Proofs made with {@code FAL_WEBHOOK_SECRET}.
	 * @throws IllegalArgumentException when that can be guessed
	 */
	public static CallbackProofs bySecret(String secret) {
		if (secret.length() < SHORTEST_SECRET) {
			throw new IllegalArgumentException(
					"FAL_WEBHOOK_SECRET has %d characters at least".formatted(SHORTEST_SECRET));
		}
		return new CallbackProofs(secret);
	}

	/** Proofs made with the provider's key. */
	static CallbackProofs byProviderKey(String key) {
		return new CallbackProofs(key);
	}

	/** 43 letters that need no escaping in an address. */
	public String proof(ServiceName service, UUID jobId) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(this.key, service.id() + '/' + jobId));
	}

	/** Takes the same time for every wrong proof. */
	public boolean isProved(ServiceName service, UUID jobId, String proof) {
		return MessageDigest.isEqual(proof(service, jobId).getBytes(StandardCharsets.UTF_8),
				proof.getBytes(StandardCharsets.UTF_8));
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
