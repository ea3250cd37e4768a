package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what the outbox holds. Keys are spread over {@value #SHARDS} shards; one
 * shard is published by one relay at a time, whatever the number of instances, so the
 * events of one chat leave in order. A commit nudges its shard at once; a sweep once a
 * second finds what a crash or an absent broker left behind.
 */
class OutboxRelay implements SmartLifecycle {

	static final int SHARDS = 8;

	/**
	 * Shards published at the same time by one instance; each takes a database
	 * connection.
	 */
	private static final int AT_ONCE = 3;

	private static final Duration SWEEP = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private final OutboxRows rows;

	private final Publisher publisher;

	private final TransactionTemplate transaction;

	private final AtomicIntegerArray nudges = new AtomicIntegerArray(SHARDS);

	private final Semaphore atOnce = new Semaphore(AT_ONCE);

	private @Nullable ExecutorService workers;

	private @Nullable ScheduledExecutorService sweeper;

	private volatile boolean running;

	OutboxRelay(OutboxRows rows, Publisher publisher, TransactionTemplate transaction) {
		this.rows = rows;
		this.publisher = publisher;
		this.transaction = transaction;
	}

	static int shardOf(String key) {
		return Math.floorMod(key.hashCode(), SHARDS);
	}

	/** There is something to publish in a shard. Cheap, and safe to call at any time. */
	void nudge(int shard) {
		ExecutorService available = this.workers;
		if (this.running && available != null && this.nudges.getAndIncrement(shard) == 0) {
			available.execute(() -> drain(shard));
		}
	}

	/** Goes on until nobody has nudged since the last look. */
	private void drain(int shard) {
		int seen = 0;
		do {
			seen = this.nudges.get(shard);
			publishAll(shard);
		}
		while (this.nudges.addAndGet(shard, -seen) != 0);
	}

	private void publishAll(int shard) {
		try {
			this.atOnce.acquire();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		try {
			Set<String> refused = new HashSet<>();
			boolean more = true;
			while (more && this.running) {
				more = Boolean.TRUE.equals(this.transaction.execute((status) -> publishSome(shard, refused)));
			}
		}
		catch (RuntimeException | Error ex) { // an error must not end the shard for good
			log.atWarn().addKeyValue("shard", shard).setCause(ex).log("Outbox waits, the sweep will try again");
		}
		finally {
			this.atOnce.release();
		}
	}

	/**
	 * Publishes one batch; whether there may be more. A chat whose event the broker
	 * refuses is left out from then on, so that the others do not wait for it.
	 */
	private boolean publishSome(int shard, Set<String> refused) {
		List<OutboxRow> batch = this.rows.lock(shard, refused);
		Waves waves = new Waves(this.publisher).publish(batch);
		this.rows.delete(waves.published());
		refused.addAll(waves.refused());
		return batch.size() == OutboxRows.BATCH && !waves.brokerIsAway();
	}

	private void sweep() {
		try {
			this.rows.waitingShards().forEach(this::nudge);
		}
		catch (RuntimeException | Error ex) {
			log.atWarn().setCause(ex).log("Outbox sweep failed, it will be repeated");
		}
	}

	@Override
	public void start() {
		this.workers = Executors.newVirtualThreadPerTaskExecutor();
		this.sweeper = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("outbox-sweeper").daemon().factory());
		this.running = true;
		IntStream.range(0, SHARDS).forEach(this::nudge);
		this.sweeper.scheduleWithFixedDelay(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		Objects.requireNonNull(this.sweeper).shutdownNow();
		Objects.requireNonNull(this.workers).close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Before the bindings start and after they stop: what the last handler said still
	 * leaves.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 100;
	}

}
