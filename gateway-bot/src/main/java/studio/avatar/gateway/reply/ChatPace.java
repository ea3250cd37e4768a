package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

/**
 * Telegram's limits: about one new message a second for a chat after a short burst, about
 * thirty calls a second over all, and {@code retry_after} to the letter. Kept in memory:
 * after a restart Telegram says again what it thinks.
 */
@Component
class ChatPace {

	private final ReplySettings settings;

	private final ConcurrentHashMap<Long, TokenBucket> chats = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<Long, Long> pausedUntilNanos = new ConcurrentHashMap<>();

	private final TokenBucket overall;

	ChatPace(ReplySettings settings) {
		this.settings = settings;
		this.overall = new TokenBucket(settings.overall(), Duration.ofSeconds(1).dividedBy(settings.overall()),
				System.nanoTime());
	}

	/** Telegram wants nothing for this chat for a while. */
	void pause(long chatId, Duration retryAfter) {
		this.pausedUntilNanos.put(chatId, System.nanoTime() + retryAfter.toNanos());
	}

	/** How long the chat is still to be left alone; zero when it is not. */
	Duration paused(long chatId) {
		Long until = this.pausedUntilNanos.get(chatId);
		long left = (until != null) ? until - System.nanoTime() : 0;
		if (left <= 0) {
			this.pausedUntilNanos.remove(chatId);
			return Duration.ZERO;
		}
		return Duration.ofNanos(left).plusMillis(1);
	}

	/** How long until the chat may get a new message; zero takes the turn. */
	Duration untilNewMessage(long chatId) {
		Duration[] missing = { Duration.ZERO };
		this.chats.compute(chatId, (id, known) -> {
			long now = System.nanoTime();
			TokenBucket bucket = (known != null) ? known
					: new TokenBucket(this.settings.burst(), this.settings.perChat(), now);
			missing[0] = bucket.missing(now);
			if (missing[0].isZero()) {
				bucket.take(now);
			}
			return bucket;
		});
		return missing[0];
	}

	/** Waits for a turn among all chats. */
	void overallTurn() {
		Duration missing = takeOverall();
		if (missing.isPositive()) {
			LockSupport.parkNanos(missing.toNanos());
		}
	}

	private Duration takeOverall() {
		synchronized (this.overall) {
			long now = System.nanoTime();
			Duration missing = this.overall.missing(now);
			this.overall.take(now);
			return missing;
		}
	}

	/** Forgets chats that were left in peace long enough. */
	void forgetQuietChats() {
		long now = System.nanoTime();
		this.chats.keySet()
			.forEach((chat) -> this.chats.computeIfPresent(chat, (id, bucket) -> bucket.isFull(now) ? null : bucket));
	}

}
