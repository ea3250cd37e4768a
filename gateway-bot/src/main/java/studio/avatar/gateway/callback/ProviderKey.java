package studio.avatar.gateway.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * An Ed25519 key of the provider.
 *
 * @param open the public half
 */
record ProviderKey(PublicKey open) {

	private static final int BYTES = 32;

	/** What stands before the 32 bytes of an Ed25519 key in X.509, see RFC 8410. */
	private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

	/** The Ed25519 keys of a JWKS (RFC 8037); others in it are not for us. */
	static List<ProviderKey> of(JsonNode jwks) {
		return StreamSupport.stream(jwks.path("keys").spliterator(), false)
			.filter((key) -> key.path("kty").asString("").equals("OKP")
					&& key.path("crv").asString("").equals("Ed25519"))
			.map((key) -> read(key.path("x").asString("")))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<ProviderKey> read(String x) {
		try {
			byte[] point = Base64.getUrlDecoder().decode(x);
			return (point.length == BYTES) ? Optional.of(new ProviderKey(decoded(point))) : Optional.empty();
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static PublicKey decoded(byte[] point) throws GeneralSecurityException {
		byte[] encoded = new byte[X509.length + BYTES];
		System.arraycopy(X509, 0, encoded, 0, X509.length);
		System.arraycopy(point, 0, encoded, X509.length, BYTES);
		return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
	}

	/** Whether this key has made the signature. */
	boolean signed(String message, byte[] signature) {
		try {
			Signature check = Signature.getInstance("Ed25519");
			check.initVerify(this.open);
			check.update(message.getBytes(StandardCharsets.UTF_8));
			return check.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			return false; // bytes that are no signature at all
		}
	}

}
