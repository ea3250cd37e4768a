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
 * left behind.
 */
public final class ChatLanes implements SmartLifecycle {

	/** After a failure nobody foresaw, such as a database that is away. */
	private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(ChatLanes.class);

	private final String name;

	private final Work work;

	private final Supplier<Stream<Long>> waiting;

	private final Duration sweep;

	private final Semaphore atOnce;

	private final ConcurrentHashMap<Long, Integer> nudges = new ConcurrentHashMap<>();

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	private final ScheduledExecutorService timer;

	private volatile boolean running;

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
		this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory());
	}

	/** A chat has something to do. Cheap, and safe to call at any time. */
	public void nudge(long chatId) {
		if (this.running && this.nudges.merge(chatId, 1, Integer::sum) == 1) {
			this.workers.execute(() -> goOn(chatId));
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
			lookAgain(chatId, workOnce(chatId));
			int done = seen;
			seen = this.nudges.computeIfPresent(chatId, (id, count) -> (count == done) ? null : count);
		}
	}

	private @Nullable Duration workOnce(long chatId) {
		try {
			return this.running ? this.work.workFor(chatId) : null;
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("lane", this.name).addKeyValue("chatId", chatId).setCause(ex).log("Lane stopped");
			return AFTER_FAILURE;
		}
	}

	private void lookAgain(long chatId, @Nullable Duration after) {
		if (after != null && this.running) {
			this.timer.schedule(() -> nudge(chatId), after.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void sweep() {
		try (Stream<Long> chats = this.waiting.get()) {
			chats.forEach(this::nudge);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("lane", this.name).setCause(ex).log("Sweep failed, it will be repeated");
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.timer.scheduleWithFixedDelay(this::sweep, 0, this.sweep.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.timer.shutdownNow();
		this.workers.shutdown();
		try {
			this.workers.awaitTermination(8, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
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
		 * @return when to look again although nobody nudges; absent when nothing waits
		 */
		@Nullable Duration workFor(long chatId);

	}

}
