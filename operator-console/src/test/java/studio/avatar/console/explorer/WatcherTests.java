package studio.avatar.console.explorer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.EventSearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WatcherTests {

	private final Reader reader = new Reader();

	private final AtomicBoolean over = new AtomicBoolean();

	@Test
	void whoReadsTooSlowlyLosesSomeAndIsToldHowMany() {
		Watcher watcher = watch(EventSearch.everything());
		watcher.offer(record(0));
		await().until(() -> this.reader.isReading.getCount() == 0);
		for (int at = 1; at <= Watcher.QUEUE + 30; at++) {
			watcher.offer(record(at));
		}
		this.reader.mayGoOn.countDown();
		await().untilAsserted(() -> assertThat(this.reader.told).hasSize(Watcher.QUEUE + 1));
		await().untilAsserted(() -> assertThat(this.reader.lost).hasValue(30));
		assertThat(this.reader.told).extracting(EventLine::offset).isSorted();
	}

	@Test
	void onlyWhatFitsIsTold() {
		this.reader.mayGoOn.countDown();
		Watcher watcher = watch(EventSearch.everything().withTopics(Set.of("chat.gallery")));
		watcher.offer(record("chat.replies", 1));
		watcher.offer(record("chat.gallery", 2));
		await().untilAsserted(() -> assertThat(this.reader.told).extracting(EventLine::offset).containsExactly(2L));
	}

	@Test
	void whoHasLeftIsForgotten() {
		this.reader.mayGoOn.countDown();
		this.reader.hasLeft = true;
		Watcher watcher = watch(EventSearch.everything());
		watcher.offer(record(1));
		await().untilTrue(this.over);
		assertThat(this.reader.told).isEmpty();
	}

	@Test
	void theEndOfTheConsoleEndsTheStream() {
		this.reader.mayGoOn.countDown();
		Watcher watcher = watch(EventSearch.everything());
		watcher.close();
		await().untilTrue(this.over);
		await().until(() -> this.reader.ended);
	}

	private Watcher watch(EventSearch search) {
		Watcher watcher = new Watcher("anna", search, null, this.reader, (gone) -> this.over.set(true));
		watcher.start();
		return watcher;
	}

	private static ArchivedRecord record(long offset) {
		return record("chat.replies", offset);
	}

	private static ArchivedRecord record(String topic, long offset) {
		return new ArchivedRecord(new Place(topic, 0, offset), Instant.EPOCH, null, null, null, null, null, null, null,
				Map.of(), null, null);
	}

	/** Reads nothing until it may go on. */
	private static final class Reader implements Sink {

		private final List<EventLine> told = new CopyOnWriteArrayList<>();

		private final AtomicLong lost = new AtomicLong();

		private final CountDownLatch isReading = new CountDownLatch(1);

		private final CountDownLatch mayGoOn = new CountDownLatch(1);

		private volatile boolean hasLeft;

		private volatile boolean ended;

		@Override
		public void events(List<EventLine> events, Instant heard) throws IOException {
			this.isReading.countDown();
			try {
				this.mayGoOn.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			if (this.hasLeft) {
				throw new IOException("broken pipe");
			}
			this.told.addAll(events);
		}

		@Override
		public void lost(long events) {
			this.lost.addAndGet(events);
		}

		@Override
		public void lostSome() {
		}

		@Override
		public void stillHere(Instant heard) {
		}

		@Override
		public void end() {
			this.ended = true;
		}

	}

}
