package studio.avatar.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;

import static org.assertj.core.api.Assertions.assertThat;

class SpendPlaceIT extends ConsoleUnderTest {

	/** A day of its own, so that no partition of the archive itself is in the way. */
	private static final LocalDate DAY = LocalDate.of(2001, 1, 2);

	private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

	private final String topic = "ledger." + UUID.randomUUID();

	@Autowired
	Archive archive;

	@Test
	void aTopicMadeAnewIsReadFromItsBeginningAndTheOldOneNotAgain() {
		archived(7_000, NOON);
		archived(7_001, NOON.plusSeconds(1));
		assertThat(readOn()).containsExactly(7_000L, 7_001L);
		assertThat(readOn()).isEmpty();

		archived(0, NOON.plusSeconds(60));
		archived(1, NOON.plusSeconds(61));

		assertThat(readOn()).containsExactly(0L, 1L);
		assertThat(readOn()).isEmpty();
		archived(2, NOON.plusSeconds(62));
		assertThat(readOn()).containsExactly(2L);
	}

	/** Offsets of what a look finds. */
	private List<Long> readOn() {
		SpendPlace place = SpendPlace.hold(this.database, this.topic, 0).orBeginning(this.archive);
		List<ArchivedRecord> records = place.next(this.archive, 10);
		place.behind(records).keep(this.database);
		return records.stream().map((record) -> record.place().offset()).toList();
	}

	private void archived(long offset, Instant at) {
		this.database.sql("""
				create table if not exists archived_longer_ago partition of archived_event
				for values from ('2001-01-02') to ('2001-01-03')""").update();
		this.database.sql("""
				insert into archived_event (day, topic, topic_partition, topic_offset, recorded_at, headers)
				values (?, ?, 0, ?, ?, '{}')""").params(DAY, this.topic, offset, at.atOffset(ZoneOffset.UTC)).update();
	}

}
