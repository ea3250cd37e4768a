package studio.avatar.console.explorer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.EventSearch;

/**
 * One who watches events as they come. Events wait for it in a queue that ends; what
 * finds no place there is counted, and the count is told. After ten minutes it is over.
 */
class Watcher {

	static final int QUEUE = 500;

	private static final int AT_ONCE = 100;

	private static final long MOST_BYTES = 8_000_000;

	/** Then the browser asks again, and somebody looks whether it still may. */
	private static final Duration LONGEST = Duration.ofMinutes(10);

	private static final long STILL_HERE_SECONDS = 15;

	private final String name;

	private final EventSearch search;

	private final EventSearch atFirstSight;

	private final Sink sink;

	private final Consumer<Watcher> whenOver;

	private final BlockingQueue<ArchivedRecord> waiting = new ArrayBlockingQueue<>(QUEUE);

	private final AtomicLong waitingBytes = new AtomicLong();

	private final AtomicLong lost = new AtomicLong();

	private final Instant until;

	private final @Nullable Missed missed;

	private Instant heard;

	private volatile boolean open = true;

	private volatile @Nullable Thread thread;

	Watcher(String name, EventSearch search, @Nullable Missed missed, Sink sink, Consumer<Watcher> whenOver) {
		this.name = name;
		this.until = Instant.now().plus(LONGEST);
		this.search = search;
		this.missed = missed;
		this.heard = (missed != null) ? missed.since() : Instant.now();
		this.atFirstSight = search.withText(null);
		this.sink = sink;
		this.whenOver = whenOver;
	}

	void start() {
		this.thread = Thread.ofVirtual().name("event-watcher").start(this::run);
	}

	/** Never waits, and reads no words: that is done by the watcher's own thread. */
	void offer(ArchivedRecord record) {
		if (!this.atFirstSight.matches(record)) {
			return;
		}
		long bytes = bytes(record);
		if (this.waitingBytes.addAndGet(bytes) > MOST_BYTES || !this.waiting.offer(record)) {
			this.waitingBytes.addAndGet(-bytes);
			this.lost.incrementAndGet();
		}
	}

	boolean isOf(String somebody) {
		return this.name.equals(somebody);
	}

	private void taken(ArchivedRecord record) {
		this.waitingBytes.addAndGet(-bytes(record));
		this.heard = record.recordedAt().isAfter(this.heard) ? record.recordedAt() : this.heard;
	}

	private static long bytes(ArchivedRecord record) {
		byte[] value = record.value();
		return (value != null) ? value.length : 0;
	}

	void close() {
		this.open = false;
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
		}
	}

	private void run() {
		try {
			this.sink.stillHere(this.heard);
			tellMissed();
			while (this.open && Instant.now().isBefore(this.until)) {
				tellNext();
			}
		}
		catch (InterruptedException | IOException | IllegalStateException ex) {
			// The reader has left, or the console ends: nobody is there to be told.
		}
		finally {
			this.whenOver.accept(this);
			this.sink.end();
		}
	}

	private void tellMissed() throws IOException {
		if (this.missed != null) {
			Instant now = Instant.now();
			this.missed.tellTo(this.sink);
			this.heard = now;
		}
	}

	private void tellNext() throws InterruptedException, IOException {
		ArchivedRecord first = this.waiting.poll(STILL_HERE_SECONDS, TimeUnit.SECONDS);
		if (first == null) {
			this.sink.stillHere(this.heard);
			return;
		}
		List<ArchivedRecord> next = new ArrayList<>(List.of(first));
		this.waiting.drainTo(next, AT_ONCE - 1);
		next.forEach(this::taken);
		List<EventLine> fitting = next.stream().filter(this.search::matches).map(EventLine::of).toList();
		if (!fitting.isEmpty()) {
			this.sink.events(fitting, this.heard);
		}
		long left = this.lost.getAndSet(0);
		if (left > 0) {
			this.sink.lost(left);
		}
	}

}
