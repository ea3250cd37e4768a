package studio.avatar.console.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchiveSearchIT extends ConsoleUnderTest {

	private static final Instant THEN = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);

	private static final int RECORDS = 30;

	private static final String TOPIC = "search.test";

	@Autowired
	private Archive archive;

	@Autowired
	private ArchiveIntake intake;

	/** Thirty records across midnight, two in each millisecond. */
	@BeforeEach
	void archiveSome() {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		for (int at = 0; at < RECORDS; at++) {
			records.add(Records.at(TOPIC, at, THEN.plusMillis((at - RECORDS / 2) / 2), "chat " + at % 3,
					Records
						.bytes("{\"prompt\":\"Зимний пляж %d winter%d\",\"seed\":%d}".formatted(at, at % 2, 1000 + at)),
					Map.of(Headers.ID, "event " + at, Headers.TYPE, "type." + at % 2, Headers.CORRELATION_ID,
							"story " + at % 5)));
		}
		this.intake.take(records);
	}

	@Test
	void pagesAreNewestFirstAndNoRecordIsOnTwoOfThem() {
		List<Long> offsets = new ArrayList<>();
		List<ArchivedRecord> page = this.archive.find(here(), null, 7);
		while (!page.isEmpty()) {
			page.forEach((record) -> offsets.add(record.place().offset()));
			page = this.archive.find(here(), Cursor.parse(Cursor.behind(page.getLast()).toString()), 7);
		}
		assertThat(offsets).hasSize(RECORDS).isSortedAccordingTo((one, two) -> Long.compare(two, one));
	}

	static Stream<EventSearch> searches() {
		return Stream.of(here(), here().withKey("chat 1"), here().withTypes(Set.of("type.0")),
				here().withCorrelationId("story 3"), here().withEventId("event 7"), here().withText("пляж 7"),
				here().withText("ЗИМНИЙ"), here().withText("winter*"), here().withText("winter"),
				here().withText("1003"), here().between(THEN, null), here().between(null, THEN),
				here().between(THEN.minusMillis(2), THEN.plusMillis(3)),
				here().withOffsets(new OffsetWindow(TOPIC, 0, 5, 9)),
				here().withOffsets(new OffsetWindow(TOPIC, 1, 5, 9)),
				here().withKey("chat 1").withTypes(Set.of("type.0", "type.1")).withText("winter0").between(THEN, null));
	}

	@ParameterizedTest
	@MethodSource("searches")
	void theDatabaseFindsExactlyWhatTheLiveTailWouldShow(EventSearch search) {
		List<ArchivedRecord> all = this.archive
			.records(this.archive.find(here(), null, 100).stream().map(ArchivedRecord::place).toList());
		List<Place> expected = all.stream().filter(search::matches).map(ArchivedRecord::place).toList();
		assertThat(this.archive.find(search, null, 100)).extracting(ArchivedRecord::place).isEqualTo(expected);
		assertThat(this.archive.count(search)).isEqualTo(expected.size());
	}

	@Test
	void eachOfTheSearchesFindsWhatItShould() {
		assertThat(this.archive.count(here().withText("пляж 7"))).isEqualTo(1);
		assertThat(this.archive.count(here().withKey("chat 1"))).isEqualTo(10);
		assertThat(this.archive.count(here().between(THEN, null))).isEqualTo(this.archive.find(here(), null, 100)
			.stream()
			.filter((record) -> !record.recordedAt().isBefore(THEN))
			.count());
		assertThat(this.archive.count(here().withText("winter"))).isZero();
	}

	@Test
	void recordsComeInTheOrderAskedFor() {
		List<Place> asked = List.of(place(9), place(2), place(1_000), place(5));
		assertThat(this.archive.records(asked)).extracting(ArchivedRecord::place)
			.containsExactly(place(9), place(2), place(5));
		assertThat(this.archive.record(place(3)).orElseThrow().id()).isEqualTo("event 3");
		assertThat(this.archive.record(place(1_000))).isEmpty();
	}

	@Test
	void aPartitionIsReadForwardFromAnOffset() {
		assertThat(this.archive.after(TOPIC, 0, 27, Instant.EPOCH, 10)).extracting((record) -> record.place().offset())
			.containsExactly(28L, 29L);
	}

	@Test
	void recordsAreCountedByTheMinute() {
		Map<Instant, Long> minutes = this.archive.counts(here(), Duration.ofMinutes(1));
		assertThat(minutes).hasSize(2).containsKey(THEN);
		assertThat(minutes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(RECORDS);
	}

	@Test
	void aStoryIsToldOldestFirst() {
		assertThat(this.archive.story("story 2")).extracting((record) -> record.place().offset())
			.containsExactly(2L, 7L, 12L, 17L, 22L, 27L);
	}

	@Test
	void hostileWordsFindNothingAndBreakNothing() {
		String hostile = "'; drop table archived_event; -- %_\\ \"";
		assertThat(this.archive.find(EventSearch.everything().withKey(hostile), null, 1)).isEmpty();
		assertThat(this.archive.find(here().withText(hostile), null, 1)).isEmpty();
		assertThat(this.archive.story(hostile)).isEmpty();
		assertThat(new HashSet<>(this.archive.find(here(), null, 100))).hasSize(RECORDS);
	}

	@Test
	void aSearchThatTakesTooLongIsGivenUpInWords() {
		Archive impatient = new Archive(this.database, this.transactions,
				new ArchiveSettings(90, Duration.ofMillis(1)));
		this.intake.take(Stream.iterate(0, (at) -> at + 1)
			.limit(3_000)
			.map((at) -> Records.at("slow.test", at, THEN, "1", Records.bytes("{\"x\":\"slow %d\"}".formatted(at)),
					Map.of()))
			.toList());
		assertThatThrownBy(() -> impatient.counts(EventSearch.everything().withText("slo*"), Duration.ofMinutes(1)))
			.isInstanceOf(SearchTookTooLong.class)
			.hasMessageContaining("shorter time");
	}

	@Autowired
	private PlatformTransactionManager transactions;

	private static EventSearch here() {
		return EventSearch.everything().withTopics(Set.of(TOPIC));
	}

	private static Place place(long offset) {
		return new Place(TOPIC, 0, offset);
	}

}
