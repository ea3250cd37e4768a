package studio.avatar.sandbox.provider.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Whether a call carries {@code Authorization: <scheme> <key>}. */
public final class KeyCheck {

	private final byte[] expected;

	public KeyCheck(String scheme, String key) {
		this.expected = (scheme + " " + key).getBytes(StandardCharsets.UTF_8);
	}

	public boolean allows(Incoming call) {
		byte[] given = call.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(this.expected, given);
	}

	/** The provider's refusal; empty when the key is right. */
	public Optional<Reply> refusal(Incoming call) {
		return allows(call) ? Optional.empty()
				: Optional.of(Reply.json(401, Map.of("detail", "No user found for Key ID and Secret")));
	}

}
