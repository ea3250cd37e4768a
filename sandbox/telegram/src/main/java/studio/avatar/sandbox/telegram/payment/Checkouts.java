package studio.avatar.sandbox.telegram.payment;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * People who wait for the bot to agree to their payment, 10 seconds at most; a restart
 * forgets them, and nothing is taken.
 */
public final class Checkouts {

	/** How long the bot has; Telegram's own number. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** How often the clock is looked at, which in a test is not the machine's. */
	private static final Duration LOOK = Duration.ofMillis(20);

	private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final InstantSource clock;

	public Checkouts(InstantSource clock) {
		this.clock = clock;
	}

	/** Begins the waiting: from now on the bot may answer. */
	Checkout begin() {
		String id = Long.toString(this.random.nextLong(1L << 60, Long.MAX_VALUE));
		Checkout checkout = new Checkout(id, new CompletableFuture<>());
		this.waiting.put(id, checkout.answer());
		return checkout;
	}

	/**
	 * Waits for the bot.
	 * @return what the bot has against it, empty words when nothing; nothing at all when
	 * it did not answer in time
	 */
	Optional<String> await(Checkout checkout) {
		Instant deadline = this.clock.instant().plus(PATIENCE);
		while (this.clock.instant().isBefore(deadline)) {
			try {
				return Optional.of(checkout.answer().get(LOOK.toMillis(), TimeUnit.MILLISECONDS));
			}
			catch (TimeoutException ex) {
				// looks at the clock again
			}
			catch (InterruptedException | ExecutionException ex) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		return (this.waiting.remove(checkout.queryId()) != null) ? Optional.empty()
				: Optional.of(checkout.answer().join());
	}

	/**
	 * The bot answers.
	 * @param objection empty when it agrees
	 * @return false when nobody waits for that answer, or no longer
	 */
	public boolean answer(String queryId, String objection) {
		CompletableFuture<String> person = this.waiting.remove(queryId);
		return person != null && person.complete(objection);
	}

	/**
	 * Somebody who waits.
	 *
	 * @param queryId what the bot is to name
	 * @param answer what it has against the payment, when it has answered
	 */
	record Checkout(String queryId, CompletableFuture<String> answer) {

	}

}
