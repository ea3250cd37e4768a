package studio.avatar.gateway.callback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.springframework.http.HttpHeaders;

/** A provider with real keys, and a clock that both sides look at. */
final class ProviderWithKeys extends Clock implements KeySource {

	static final String REQUEST = "0a1b2c3d-0000-4000-8000-000000000001";

	private final List<KeyPair> pairs = new ArrayList<>(List.of(pair()));

	private Instant now = Instant.parse("2026-11-22T10:15:30Z");

	private boolean away;

	private int fetches;

	void rotates() {
		this.pairs.add(pair());
	}

	/** Keeps the newest key only. */
	void forgetsOldKeys() {
		this.pairs.subList(0, this.pairs.size() - 1).clear();
	}

	void isAway(boolean away) {
		this.away = away;
	}

	int fetches() {
		return this.fetches;
	}

	void passes(Duration time) {
		this.now = this.now.plus(time);
	}

	/** Signs with its newest key, now. */
	HttpHeaders signs(byte[] body) {
		return signs(body, this.pairs.getLast());
	}

	/** Signs with a key of somebody else. */
	HttpHeaders somebodyElseSigns(byte[] body) {
		return signs(body, pair());
	}

	private HttpHeaders signs(byte[] body, KeyPair pair) {
		String seconds = Long.toString(this.now.getEpochSecond());
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Fal-Webhook-Request-Id", REQUEST);
		headers.set("X-Fal-Webhook-User-Id", "user-1");
		headers.set("X-Fal-Webhook-Timestamp", seconds);
		headers.set("X-Fal-Webhook-Signature", signature(REQUEST + "\nuser-1\n" + seconds + "\n", body, pair));
		return headers;
	}

	private static String signature(String first, byte[] body, KeyPair pair) {
		try {
			String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(pair.getPrivate());
			signature.update((first + digest).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair pair() {
		try {
			return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public List<ProviderKey> fetch() throws IOException {
		this.fetches++;
		if (this.away) {
			throw new IOException("nobody answers");
		}
		return this.pairs.stream().map((pair) -> new ProviderKey(pair.getPublic())).toList();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
