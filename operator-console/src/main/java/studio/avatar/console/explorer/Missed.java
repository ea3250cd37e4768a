package studio.avatar.console.explorer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.archive.UnusableSearch;

/**
 * What a watcher has missed while its connection was lost: it is in the archive. The
 * newest are told, the others are counted.
 *
 * @param since the time that was heard last
 */
record Missed(Archive archive, EventSearch search, Instant since) {

	/** Each may be large. */
	static final int MOST = 100;

	/** Partitions are not archived in one step; what is told twice is shown once. */
	private static final Duration OVERLAP = Duration.ofSeconds(5);

	/**
	 * Reads what a browser brings along when it asks again.
	 * @throws UnusableSearch when no stream of ours gave it that
	 */
	static Instant since(String lastEventId) {
		if (!lastEventId.matches("[0-9]{1,13}")) {
			throw new UnusableSearch("This is no Last-Event-ID of an earlier stream.");
		}
		return Instant.ofEpochMilli(Long.parseLong(lastEventId));
	}

	void tellTo(Sink sink) throws IOException {
		Instant from = this.since.minus(OVERLAP);
		EventSearch missed = this.search.between(from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from, null);
		List<ArchivedRecord> newest;
		try {
			newest = this.archive.find(missed, null, MOST);
		}
		catch (RuntimeException ex) { // too much, or the database is away: what comes now
										// is told all the same
			sink.lostSome();
			return;
		}
		if (!newest.isEmpty()) {
			sink.events(newest.reversed().stream().map(EventLine::of).toList(), this.since);
		}
		if (newest.size() == MOST) {
			tellHowManyMore(missed, sink);
		}
	}

	private void tellHowManyMore(EventSearch missed, Sink sink) throws IOException {
		try {
			long more = this.archive.count(missed) - MOST;
			if (more > 0) {
				sink.lost(more);
			}
		}
		catch (RuntimeException ex) {
			sink.lostSome();
		}
	}

}
