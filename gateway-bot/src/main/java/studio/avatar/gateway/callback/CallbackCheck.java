package studio.avatar.gateway.callback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import studio.avatar.gateway.callback.ProviderKeys.NoKeyYet;
import studio.avatar.gateway.callback.ProviderKeys.NoKeys;

/** Checks whether a webhook is the provider's; the cheap questions come first. */
@Component
class CallbackCheck {

	private static final int PART = 8192;

	private final ProviderKeys keys;

	private final CallbackSettings settings;

	private final Clock clock;

	CallbackCheck(ProviderKeys keys, CallbackSettings settings, Clock clock) {
		this.keys = keys;
		this.settings = settings;
		this.clock = clock;
	}

	/** What a check has found. */
	sealed interface Found {

		/** The provider says this. */
		record Proved(Said said) implements Found {
		}

		/** It is not to be believed, or cannot be. */
		record Refused(Verdict why) implements Found {
		}

	}

	/**
	 * Reads the body and checks what is signed.
	 * @param announced bytes of the body by its header; negative when that does not say
	 * @throws IOException when the body cannot be read whole
	 */
	Found check(Signed signed, long announced, InputStream body) throws IOException {
		if (Duration.between(signed.at(), this.clock.instant()).abs().compareTo(this.settings.skew()) > 0) {
			return new Found.Refused(Verdict.OUT_OF_TIME);
		}
		int most = Math.toIntExact(this.settings.largestBody().toBytes());
		return (announced > most) ? new Found.Refused(Verdict.TOO_LARGE) : read(signed, most, body);
	}

	/** Whoever sends a byte now and then does not keep a place for long. */
	private Found read(Signed signed, int most, InputStream body) throws IOException {
		Instant end = this.clock.instant().plus(this.settings.bodyTimeout());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] part = new byte[PART];
		for (int n = 0; n >= 0; n = body.read(part, 0, Math.min(PART, most + 1 - bytes.size()))) {
			bytes.write(part, 0, n);
			if (bytes.size() > most) {
				return new Found.Refused(Verdict.TOO_LARGE);
			}
			if (this.clock.instant().isAfter(end)) {
				return new Found.Refused(Verdict.TOO_SLOW);
			}
		}
		return check(signed, bytes.toByteArray());
	}

	private Found check(Signed signed, byte[] body) {
		try {
			if (!this.keys.signed(signed.message(sha256(body)), signed.signature())) {
				return new Found.Refused(Verdict.FORGED);
			}
			Optional<Said> said = Said.of(body);
			return said.isPresent() ? new Found.Proved(said.get()) : new Found.Refused(Verdict.UNREADABLE);
		}
		catch (NoKeyYet ex) {
			return new Found.Refused(Verdict.NO_KEY_YET);
		}
		catch (NoKeys ex) {
			return new Found.Refused(Verdict.NO_KEYS);
		}
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
