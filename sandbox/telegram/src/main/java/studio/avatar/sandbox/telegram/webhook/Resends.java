package studio.avatar.sandbox.telegram.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When an update that was not taken is brought again: at once, then after pauses that
 * double. Telegram begins with one second and ends at one to two minutes; here everything
 * is ten times faster and ends at one to two seconds, so that nobody waits for it. A
 * pause the bot asks for is kept in full, an hour at most.
 */
final class Resends {

	private static final Duration FIRST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofSeconds(1);

	private static final Duration LONGEST_WISH = Duration.ofHours(1);

	private final Map<Long, Resend> resends = new HashMap<>();

	/**
	 * It was not taken.
	 * @param wish what the bot asked for, zero when nothing
	 * @return how long to wait
	 */
	Duration failed(long updateId, Duration wish) {
		Resend before = this.resends.getOrDefault(updateId, new Resend(FIRST, Duration.ZERO, 0));
		Resend next = wish.isPositive() ? before.after(shorter(wish, LONGEST_WISH)) : before.again();
		this.resends.put(updateId, next);
		return next.pause;
	}

	boolean rests(long updateId) {
		Resend resend = this.resends.get(updateId);
		return resend != null && resend.untilNanos - System.nanoTime() > 0;
	}

	/** Forgets those that nobody waits for any more. */
	void keepOnly(Set<Long> updateIds) {
		this.resends.keySet().retainAll(updateIds);
	}

	void forgetAll() {
		this.resends.clear();
	}

	void forget(long updateId) {
		this.resends.remove(updateId);
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static Duration longest() {
		return LONGEST.plusMillis(ThreadLocalRandom.current().nextLong(LONGEST.toMillis()));
	}

	private record Resend(Duration delay, Duration pause, int failures, long untilNanos) {

		Resend(Duration delay, Duration pause, int failures) {
			this(delay, pause, failures, System.nanoTime() + pause.toNanos());
		}

		Resend again() {
			if (this.failures == 0) {
				return after(Duration.ZERO);
			}
			Duration longer = shorter(this.delay.multipliedBy(2), longest());
			return new Resend(longer, longer, this.failures + 1);
		}

		Resend after(Duration pause) {
			return new Resend(this.delay, pause, this.failures + 1);
		}

	}

}
