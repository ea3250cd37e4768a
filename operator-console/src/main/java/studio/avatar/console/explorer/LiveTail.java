package studio.avatar.console.explorer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedBatch;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.page.Refused;

/**
 * Hands on what comes into the archive to those who watch. Each has a queue of its own:
 * one who reads too slowly loses some, and the archive never waits for anybody.
 */
@Component
class LiveTail {

	private static final int MOST_WATCHERS = 50;

	private static final int MOST_OF_ONE = 10;

	private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

	private final Archive archive;

	LiveTail(Archive archive, MeterRegistry meters) {
		this.archive = archive;
		meters.gaugeCollectionSize("events.watchers", List.of(), this.watchers);
	}

	/**
	 * Begins to watch.
	 * @param since told is what came after it; nothing said before when it is absent
	 * @throws Refused when too many watch already
	 */
	SseEmitter open(String name, EventSearch search, @Nullable Instant since) {
		if (this.watchers.size() >= MOST_WATCHERS) {
			throw new Refused(HttpStatus.SERVICE_UNAVAILABLE,
					"%d are watching events already; close one of them first.".formatted(MOST_WATCHERS));
		}
		if (this.watchers.stream().filter((watcher) -> watcher.isOf(name)).count() >= MOST_OF_ONE) {
			throw new Refused(HttpStatus.TOO_MANY_REQUESTS,
					"You are watching events %d times already; close one of them first.".formatted(MOST_OF_ONE));
		}
		SseEmitter stream = new SseEmitter(0L);
		Missed missed = (since != null) ? new Missed(this.archive, search, since) : null;
		Watcher watcher = new Watcher(name, search, missed, new SseSink(stream), this.watchers::remove);
		stream.onCompletion(watcher::close);
		stream.onError((ex) -> watcher.close());
		this.watchers.add(watcher);
		watcher.start();
		return stream;
	}

	@EventListener
	void hear(ArchivedBatch batch) {
		for (Watcher watcher : this.watchers) {
			for (ArchivedRecord record : batch.records()) {
				watcher.offer(record);
			}
		}
	}

	/** An open stream would hold up the end of the web server. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.watchers.forEach(Watcher::close);
	}

}
