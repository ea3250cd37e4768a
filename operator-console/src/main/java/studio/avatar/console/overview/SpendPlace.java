package studio.avatar.console.overview;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;

/**
 * Up to where a partition of the ledger's topics was read.
 *
 * @param offset of the last record that was read; -1 before the first
 * @param at the latest time of a record that was read; absent before the first
 * @param since what was recorded up to then belongs to a topic that is no more
 */
record SpendPlace(String topic, int part, long offset, @Nullable Instant at, Instant since) {

	/** Locks the place: of several consoles one reads on. */
	static SpendPlace hold(JdbcClient database, String topic, int part) {
		database.sql("insert into spent_place (topic, part, last_offset) values (?, ?, -1) on conflict do nothing")
			.params(topic, part)
			.update();
		return database
			.sql("select last_offset, last_at, since from spent_place where topic = ? and part = ? for update")
			.params(topic, part)
			.query((row, number) -> {
				OffsetDateTime at = row.getObject("last_at", OffsetDateTime.class);
				return new SpendPlace(topic, part, row.getLong("last_offset"), (at != null) ? at.toInstant() : null,
						row.getObject("since", OffsetDateTime.class).toInstant());
			})
			.single();
	}

	/** What comes next. */
	List<ArchivedRecord> next(Archive archive, int most) {
		return archive.after(this.topic, this.part, this.offset, this.since, most);
	}

	/** The same, unless the topic was made anew since: then its beginning. */
	SpendPlace orBeginning(Archive archive) {
		boolean anew = this.at != null && archive.hasLater(this.topic, this.part, this.offset, this.at);
		return anew ? new SpendPlace(this.topic, this.part, -1, null, this.at) : this;
	}

	/** Behind these records. */
	SpendPlace behind(List<ArchivedRecord> records) {
		Instant latest = records.stream().map(ArchivedRecord::recordedAt).max(Instant::compareTo).orElse(this.at);
		Instant last = (latest == null || (this.at != null && this.at.isAfter(latest))) ? this.at : latest;
		return records.isEmpty() ? this
				: new SpendPlace(this.topic, this.part, records.getLast().place().offset(), last, this.since);
	}

	void keep(JdbcClient database) {
		database.sql("update spent_place set last_offset = ?, last_at = ?, since = ? where topic = ? and part = ?")
			.params(this.offset, utc(this.at), utc(this.since), this.topic, this.part)
			.update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

}
