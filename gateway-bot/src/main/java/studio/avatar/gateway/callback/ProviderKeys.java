package studio.avatar.gateway.callback;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The provider's keys as they are known here. They are fetched when they are needed, and
 * never more often than the pause allows, so that whoever sends forgeries cannot have us
 * storm the provider.
 */
@Component
class ProviderKeys {

	private static final Logger log = LoggerFactory.getLogger(ProviderKeys.class);

	private final KeySource source;

	private final CallbackSettings settings;

	private final Clock clock;

	private final ReentrantLock fetching = new ReentrantLock();

	private volatile @Nullable Known known;

	private @Nullable Instant lastTry;

	ProviderKeys(KeySource source, CallbackSettings settings, Clock clock) {
		this.source = source;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Keys and when they were fetched.
	 *
	 * @param keys at least one
	 */
	record Known(List<ProviderKey> keys, Instant at) {

		boolean olderThan(Duration age, Instant now) {
			return Duration.between(this.at, now).compareTo(age) >= 0;
		}

		boolean anySigned(String message, byte[] signature) {
			return this.keys.stream().anyMatch((key) -> key.signed(message, signature));
		}

	}

	/**
	 * Whether one of the keys has made the signature. When none has, the provider may
	 * have a new one.
	 * @throws NoKeyYet none has, and nobody could look for a new one
	 * @throws NoKeys nobody can say now; trying again later may help
	 */
	boolean signed(String message, byte[] signature) throws NoKeys {
		Known now = usable();
		if (now.anySigned(message, signature)) {
			return true;
		}
		Known newer = newerThan(now);
		if (newer == null || newer == now) {
			throw new NoKeyYet();
		}
		return newer.anySigned(message, signature);
	}

	private Known usable() throws NoKeys {
		Known now = this.known;
		if (now == null || now.olderThan(this.settings.keysFresh(), this.clock.instant())) {
			now = newerThan(now);
		}
		if (now == null || now.olderThan(this.settings.keysLast(), this.clock.instant())) {
			throw new NoKeys();
		}
		return now;
	}

	/** The same ones when there are no newer ones to be had now. */
	private @Nullable Known newerThan(@Nullable Known seen) {
		this.fetching.lock();
		try {
			if (this.known == seen && mayTry()) {
				this.lastTry = this.clock.instant();
				this.known = new Known(this.source.fetch(), this.clock.instant());
			}
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("reason", ex.getMessage()).log("Keys of the provider not fetched");
		}
		finally {
			this.fetching.unlock();
		}
		return this.known;
	}

	private boolean mayTry() {
		Instant last = this.lastTry;
		return last == null || !this.clock.instant().isBefore(last.plus(this.settings.keysPause()));
	}

	/** There are no keys to check a signature with. */
	static class NoKeys extends Exception {

	}

	/** There may be a key that is not known here. */
	static final class NoKeyYet extends NoKeys {

	}

}
