package studio.avatar.sandbox.telegram.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * Counts new messages and says no to those beyond the limits; a chat that was refused is
 * closed until {@code retry_after} is over. Off until limits are set. Nothing of it
 * survives a restart.
 */
public final class RateLimits {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** In the place of a chat: all of them together. */
	private static final long ALL = 0;

	private static final int MANY = 10_000;

	private final InstantSource clock;

	private final Map<Long, Pace> paces = new HashMap<>();

	/** What passed in any second over all, and in any minute of each group. */
	private final Map<Long, Deque<Instant>> passed = new HashMap<>();

	private final Map<Long, Instant> closed = new HashMap<>();

	private final PollPace polls;

	private @Nullable Limits limits;

	private long refused;

	public RateLimits(InstantSource clock) {
		this.polls = new PollPace(clock);
		this.clock = clock;
	}

	/** From now on messages are counted, from nothing. */
	public synchronized void set(Limits limits) {
		off();
		this.limits = limits;
	}

	/** From now on every message passes. */
	public synchronized void off() {
		this.limits = null;
		this.paces.clear();
		this.passed.clear();
		this.closed.clear();
	}

	/** What holds now; empty when nothing is counted. */
	public synchronized Optional<Limits> current() {
		return Optional.ofNullable(this.limits);
	}

	/** How a poll goes while messages are counted; as asked while they are not. */
	public PollPace.Poll slowed(long offset, PollPace.Poll asked) {
		return current().isPresent() ? this.polls.slowed(offset, asked) : asked;
	}

	/** How many calls were refused since the start. */
	public synchronized long refused() {
		return this.refused;
	}

	/**
	 * A new message wants to pass.
	 * @return empty when it may; otherwise the seconds after which the bot may try again,
	 * at least 1
	 */
	public synchronized OptionalInt take(long chatId) {
		Limits now = this.limits;
		return (now != null) ? take(now, chatId, this.clock.instant()) : OptionalInt.empty();
	}

	private OptionalInt take(Limits limits, long chatId, Instant now) {
		forgetTheQuiet(now);
		Duration all = longer(closedFor(ALL, now), missing(ALL, SECOND, limits.overallPerSecond(), now));
		Duration chat = longer(closedFor(chatId, now), missingInChat(limits, chatId, now));
		if (all.isPositive()) {
			return refuse(ALL, all, now);
		}
		if (chat.isPositive()) {
			return refuse(chatId, chat, now);
		}
		passed(ALL).add(now);
		if (chatId < 0) {
			passed(chatId).add(now);
		}
		else {
			this.paces.put(chatId, pace(chatId).pass(now, limits.perChat()));
		}
		return OptionalInt.empty();
	}

	private Duration missingInChat(Limits limits, long chatId, Instant now) {
		return (chatId > 0) ? pace(chatId).missing(now, limits.perChat(), limits.chatBurst())
				: missing(chatId, MINUTE, limits.groupPerMinute(), now);
	}

	/** No such span, wherever it begins, sees more than so many. */
	private Duration missing(long chatId, Duration span, int most, Instant now) {
		Deque<Instant> lately = passed(chatId);
		lately.removeIf((at) -> !at.plus(span).isAfter(now));
		return (lately.size() < most) ? Duration.ZERO : Duration.between(now, lately.getFirst().plus(span));
	}

	private Deque<Instant> passed(long chatId) {
		return this.passed.computeIfAbsent(chatId, (id) -> new ArrayDeque<>());
	}

	private OptionalInt refuse(long chatId, Duration wait, Instant now) {
		this.refused++;
		int seconds = Math.toIntExact(Math.ceilDiv(wait.toMillis(), 1_000L));
		int retryAfter = Math.max(1, seconds);
		this.closed.merge(chatId, now.plusSeconds(retryAfter), (one, other) -> one.isBefore(other) ? one : other);
		return OptionalInt.of(retryAfter);
	}

	private Duration closedFor(long chatId, Instant now) {
		return Duration.between(now, this.closed.getOrDefault(chatId, now));
	}

	private Pace pace(long chatId) {
		return this.paces.getOrDefault(chatId, Pace.FRESH);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private void forgetTheQuiet(Instant now) {
		this.closed.values().removeIf((until) -> !until.isAfter(now));
		if (this.paces.size() > MANY) {
			this.paces.values().removeIf((pace) -> pace.paidUntil().isBefore(now));
		}
	}

}
