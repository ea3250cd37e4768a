package studio.avatar.console.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveDaysIT extends ConsoleUnderTest {

	private static final LocalDate LONG_AGO = LocalDate.parse("2001-02-03");

	@Autowired
	private ArchiveDays days;

	@Autowired
	private ArchivedRows rows;

	@Test
	void daysAreMadeAheadAndOldOnesDroppedWhole() {
		this.days.make(List.of(LONG_AGO));
		this.rows.insert(List.of(Arrival.of(Records.at("chat.replies", 1,
				LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC), "1", null, Map.of()))));
		new ArchiveRetention(this.days, new ArchiveSettings(90, Duration.ofSeconds(5)), Clock.systemUTC()).run();
		LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
		assertThat(this.days.all()).contains(today, today.plusDays(2)).doesNotContain(LONG_AGO);
	}

	@Test
	void aDayThatIsThereIsLeftAlone() {
		this.days.make(List.of(LocalDate.parse("2002-02-02")));
		this.days.forget();
		this.days.make(List.of(LocalDate.parse("2002-02-02"), LocalDate.parse("2002-02-02")));
		assertThat(this.days.all()).containsOnlyOnce(LocalDate.parse("2002-02-02"));
		this.days.drop(LocalDate.parse("2002-02-02"));
		assertThat(this.days.all()).doesNotContain(LocalDate.parse("2002-02-02"));
	}

}
