package studio.avatar.gateway.lane;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Works off what waits in the database, one chat in one lane: never two threads for one
 * chat, and no chat waits for another. A nudge starts at once; a sweep finds what a crash
 * left behind, and leaves chats alone that rest.
 *
 * <p>
 * Longer than most: working, resting and waking of a chat are one rule.
 */
public final class ChatLanes implements SmartLifecycle {

	/** After a failure nobody foresaw, such as a database that is away. */
	private static final Rest AFTER_FAILURE = Rest.firm(Duration.ofSeconds(1));

	private static final Logger log = LoggerFactory.getLogger(ChatLanes.class);

	private final String name;

	private final Work work;

	private final Supplier<Stream<Long>> waiting;

	private final Duration sweep;

	private final Semaphore atOnce;

	private final ConcurrentHashMap<Long, Integer> nudges = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<Long, Resting> resting = new ConcurrentHashMap<>();

	private volatile @Nullable Threads threads;

	/**
	 * Creates the lanes of one kind of work.
	 * @param waiting the chats that have something to do
	 * @param atOnce how many chats are worked for at the same time
	 */
	public ChatLanes(String name, Work work, Supplier<Stream<Long>> waiting, Duration sweep, int atOnce) {
		this.name = name;
		this.work = work;
		this.waiting = waiting;
		this.sweep = sweep;
		this.atOnce = new Semaphore(atOnce);
	}

	/** A chat has something new to do. Cheap, and safe to call at any time. */
	public void nudge(long chatId) {
		Resting rest = this.resting.get(chatId);
		if (rest == null || !rest.firm() || rest.isOver()) {
			begin(chatId);
		}
	}

	private void nudgeUnlessResting(long chatId) {
		Resting rest = this.resting.get(chatId);
		if (rest == null || rest.isOver()) {
			begin(chatId);
		}
	}

	private void begin(long chatId) {
		Threads alive = this.threads;
		if (alive != null && this.nudges.merge(chatId, 1, Integer::sum) == 1) {
			alive.workers.execute(() -> goOn(chatId));
		}
	}

	private void goOn(long chatId) {
		try {
			this.atOnce.acquire();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		try {
			workUntilNobodyNudges(chatId);
		}
		finally {
			this.atOnce.release();
		}
	}

	private void workUntilNobodyNudges(long chatId) {
		@Nullable Integer seen = this.nudges.get(chatId);
		while (seen != null) {
			this.resting.remove(chatId);
			@Nullable Rest rest = workOnce(chatId);
			seen = (rest != null) ? rest(chatId, rest, seen) : leaveUnlessNudged(chatId, seen);
		}
	}

	private @Nullable Rest workOnce(long chatId) {
		try {
			return isRunning() ? this.work.workFor(chatId) : null;
		}
		catch (Throwable ex) { // an Error of one chat must not end the lane for ever
			log.atWarn().addKeyValue("lane", this.name).addKeyValue("chatId", chatId).setCause(ex).log("Lane stopped");
			return AFTER_FAILURE;
		}
	}

	private @Nullable Integer leaveUnlessNudged(long chatId, int seen) {
		return this.nudges.computeIfPresent(chatId, (id, count) -> (count == seen) ? null : count);
	}

	/**
	 * The rest is known before the chat is left: who nudges now sees it, and who nudged
	 * before is served when it ends.
	 */
	private @Nullable Integer rest(long chatId, Rest rest, int seen) {
		Resting resting = new Resting(System.nanoTime() + rest.length().toNanos(), rest.firm());
		this.resting.put(chatId, resting);
		@Nullable Integer more = rest.firm() ? null : leaveUnlessNudged(chatId, seen);
		if (rest.firm()) {
			this.nudges.remove(chatId);
		}
		Threads alive = this.threads;
		if (more == null && alive != null) {
			alive.timer.schedule(() -> wake(chatId, resting), rest.length().toNanos(), TimeUnit.NANOSECONDS);
		}
		return more;
	}

	/** Does nothing when that rest was ended before. */
	private void wake(long chatId, Resting rest) {
		if (this.resting.remove(chatId, rest)) {
			begin(chatId);
		}
	}

	private void sweep() {
		try (Stream<Long> chats = this.waiting.get()) {
			chats.forEach(this::nudgeUnlessResting);
		}
		catch (Throwable ex) { // the timer would never call again
			log.atWarn().addKeyValue("lane", this.name).setCause(ex).log("Sweep failed, it will be repeated");
		}
	}

	@Override
	public void start() {
		this.nudges.clear();
		this.resting.clear();
		Threads fresh = new Threads(this.name);
		this.threads = fresh;
		fresh.timer.scheduleWithFixedDelay(this::sweep, 0, this.sweep.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		Threads last = this.threads;
		this.threads = null;
		if (last != null) {
			last.end();
		}
	}

	@Override
	public boolean isRunning() {
		return this.threads != null;
	}

	/** Before the bindings start and after they stop. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1_000;
	}

	/** What is done for one chat. */
	@FunctionalInterface
	public interface Work {

		/**
		 * Does what can be done now.
		 * @return until when the rest has to wait; absent when nothing waits
		 */
		@Nullable Rest workFor(long chatId);

	}

	/** Of one start. */
	private record Threads(ExecutorService workers, ScheduledExecutorService timer) {

		Threads(String name) {
			this(Executors.newVirtualThreadPerTaskExecutor(),
					Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory()));
		}

		void end() {
			this.timer.shutdownNow();
			this.workers.shutdown();
			try {
				this.workers.awaitTermination(8, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	private record Resting(long untilNanos, boolean firm) {

		boolean isOver() {
			return this.untilNanos - System.nanoTime() <= 0;
		}

	}

}
