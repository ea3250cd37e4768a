package studio.avatar.console.explorer;

import java.io.IOException;
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
 * finds no place there is counted, and the count is told.
 */
class Watcher {

	static final int QUEUE = 500;

	private static final int AT_ONCE = 100;

	private static final long STILL_HERE_SECONDS = 15;

	private final EventSearch search;

	private final Sink sink;

	private final Consumer<Watcher> whenOver;

	private final BlockingQueue<EventLine> waiting = new ArrayBlockingQueue<>(QUEUE);

	private final AtomicLong lost = new AtomicLong();

	private volatile boolean open = true;

	private volatile @Nullable Thread thread;

	Watcher(EventSearch search, Sink sink, Consumer<Watcher> whenOver) {
		this.search = search;
		this.sink = sink;
		this.whenOver = whenOver;
	}

	void start() {
		this.thread = Thread.ofVirtual().name("event-watcher").start(this::run);
	}

	/** Never waits. */
	void offer(ArchivedRecord record) {
		if (this.search.matches(record) && !this.waiting.offer(EventLine.of(record))) {
			this.lost.incrementAndGet();
		}
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
			this.sink.stillHere();
			while (this.open) {
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

	private void tellNext() throws InterruptedException, IOException {
		EventLine first = this.waiting.poll(STILL_HERE_SECONDS, TimeUnit.SECONDS);
		if (first == null) {
			this.sink.stillHere();
			return;
		}
		List<EventLine> next = new ArrayList<>(List.of(first));
		this.waiting.drainTo(next, AT_ONCE - 1);
		this.sink.events(next);
		long left = this.lost.getAndSet(0);
		if (left > 0) {
			this.sink.lost(left);
		}
	}

}
