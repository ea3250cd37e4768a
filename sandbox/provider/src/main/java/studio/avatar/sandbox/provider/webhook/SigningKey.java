package studio.avatar.sandbox.provider.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** An Ed25519 key that webhooks are signed with. */
final class SigningKey {

	private static final String USER = "sandbox-user";

	private final KeyPair pair;

	/** Key pair as it is kept, base64. */
	record Kept(byte[] secret, byte[] open) {
	}

	private SigningKey(KeyPair pair) {
		this.pair = pair;
	}

	static SigningKey fresh() {
		try {
			return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static SigningKey of(Kept kept) {
		try {
			KeyFactory factory = KeyFactory.getInstance("Ed25519");
			return new SigningKey(new KeyPair(factory.generatePublic(new X509EncodedKeySpec(kept.open())),
					factory.generatePrivate(new PKCS8EncodedKeySpec(kept.secret()))));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Kept kept() {
		return new Kept(this.pair.getPrivate().getEncoded(), this.pair.getPublic().getEncoded());
	}

	/** The public half, as one key of a JWKS. */
	Map<String, Object> jwk() {
		byte[] encoded = this.pair.getPublic().getEncoded();
		byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
		String text = Base64.getUrlEncoder().withoutPadding().encodeToString(x);
		return Map.of("kty", "OKP", "crv", "Ed25519", "x", text, "use", "sig", "kid", text.substring(0, 8));
	}

	/** The four headers of a delivery. */
	Map<String, String> headers(String requestId, long timestampSeconds, byte[] body) {
		String timestamp = Long.toString(timestampSeconds);
		return Map.of("X-Fal-Webhook-Request-Id", requestId, "X-Fal-Webhook-User-Id", USER, "X-Fal-Webhook-Timestamp",
				timestamp, "X-Fal-Webhook-Signature", sign(requestId + "\n" + USER + "\n" + timestamp + "\n", body));
	}

	private String sign(String first, byte[] body) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(this.pair.getPrivate());
			signature.update((first + HexFormat.of().formatHex(digest)).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
