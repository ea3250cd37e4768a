package studio.avatar.console.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ArchiveIntakeIT extends ConsoleUnderTest {

	private static final Instant NOW = Instant.now();

	@Autowired
	private Archive archive;

	@Autowired
	private ArchiveIntake intake;

	@Autowired
	private ArchiveDays days;

	@Autowired
	private ArchiveRetention retention;

	@Autowired
	private PlatformTransactionManager transactions;

	private final String story = UUID.randomUUID().toString();

	@Test
	void everyLiveTopicIsArchivedAsItWasSaid() {
		List<Topic> live = Arrays.stream(Topic.values()).filter((topic) -> !topic.isOperators()).toList();
		live.forEach((topic) -> say(topic, "{\"said on\": \"%s\"}".formatted(topic.topicName())));
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSameSizeAs(live));
		assertThat(this.archive.story(this.story)).allSatisfy((record) -> {
			assertThat(record.key()).isEqualTo("42");
			assertThat(record.headers()).containsEntry(Headers.TYPE, "test.said").containsEntry("other", "ä");
			assertThat(record.body()).contains(record.place().topic());
		});
	}

	@Test
	void whatOperatorsSayIsNotArchived() {
		WIRE.publishRaw(Topic.OPERATOR_COMMANDS.topicName(), Records.bytes("training"), Records.bytes("{}"), headers());
		say(Topic.CHAT_REPLIES, "{}");
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).isNotEmpty());
		assertThat(ArchiveListening.liveTopics()).doesNotContain(Topic.OPERATOR_COMMANDS.topicName());
		assertThat(this.archive.find(EventSearch.everything().withTopics(Set.of(Topic.OPERATOR_COMMANDS.topicName())),
				null, 1))
			.isEmpty();
	}

	@Test
	void whatIsNoEventIsArchivedWithoutABody() {
		String topic = Topic.CHAT_GALLERY.topicName();
		byte[] unreadable = { (byte) 0xff, 0, 1 };
		byte[] huge = Records.bytes("{\"words\":\"" + "many different words ".repeat(43_000) + "\"}");
		List.of(unreadable, Records.bytes("{\"a\":\"\\u0000\"}"), huge)
			.forEach((value) -> WIRE.publishRaw(topic, null, value, headers()));
		WIRE.publishRaw(topic, Records.bytes("no value"), null, headers());
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(4));
		assertThat(this.archive.story(this.story)).filteredOn((record) -> record.body() == null).hasSize(3);
		List<Place> places = this.archive.story(this.story).stream().map(ArchivedRecord::place).toList();
		assertThat(this.archive.records(places)).anySatisfy((record) -> assertThat(record.value()).isEqualTo(huge))
			.anySatisfy((record) -> assertThat(record.value()).isEqualTo(unreadable))
			.anySatisfy((record) -> assertThat(record.value()).isNull());
		assertThat(this.archive.story(this.story)).allMatch((record) -> record.value() == null)
			.anyMatch((record) -> record.bytes() == huge.length);
	}

	@Test
	void whatIsReadAgainIsArchivedOnce() {
		var record = Records.at("chat.replies", 7_000_001, NOW, "1", Records.bytes("{}"), headers());
		this.intake.take(List.of(record));
		this.intake.take(List.of(record, record));
		assertThat(this.archive.story(this.story)).hasSize(1);
	}

	@Test
	void anotherEventAtTheSamePlaceOfATopicMadeAnewIsArchivedToo() {
		var first = Records.at("chat.replies", 7_000_031, NOW, "1", Records.bytes("{}"), headers());
		var second = Records.at("chat.replies", 7_000_031, NOW.plusMillis(1), "1", Records.bytes("{}"), headers());
		this.intake.take(List.of(first));
		this.intake.take(List.of(second));
		assertThat(this.archive.story(this.story)).hasSize(2);
		assertThat(this.archive.record(new Place("chat.replies", 0, 7_000_031)).orElseThrow().id())
			.isEqualTo(new String(second.headers().lastHeader(Headers.ID).value(), StandardCharsets.UTF_8));
	}

	@Test
	void aKeyThatIsNoTextIsKeptToTheByte() {
		byte[] key = { (byte) 0xff, 1, 0 };
		WIRE.publishRaw(Topic.CHAT_GALLERY.topicName(), key, Records.bytes("{}"), headers());
		say(Topic.CHAT_GALLERY, "{}");
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(2));
		assertThat(this.archive.story(this.story)).extracting(ArchivedRecord::keyBytes)
			.containsExactlyInAnyOrder(key, Records.bytes("42"));
	}

	@Test
	void whatIsRefusedInEveryOtherFormIsKeptAsBytes() {
		var rows = new ArchivedRows(this.database) {
			@Override
			List<Arrival> insert(List<Arrival> arrivals) {
				if (arrivals.stream().anyMatch((arrival) -> !arrival.record().headers().isEmpty())) {
					throw new IllegalArgumentException("something nobody thought of");
				}
				return super.insert(arrivals);
			}
		};
		var picky = new ArchiveIntake(rows, this.days, this.retention, this.transactions, (event) -> {
		}, this.meters);
		picky.take(List.of(Records.at("chat.replies", 7_000_041, NOW, "1", Records.bytes("{}"), headers())));
		ArchivedRecord kept = this.archive.record(new Place("chat.replies", 0, 7_000_041)).orElseThrow();
		assertThat(kept.value()).isEqualTo(Records.bytes("{}"));
		assertThat(kept.keyBytes()).isEqualTo(Records.bytes("1"));
		assertThat(kept.headers()).isEmpty();
	}

	@Test
	void theDatabaseRefusingOneOfABatchCostsNoneOfIt() {
		String key = "k".repeat(3_000);
		var poison = Records.at("chat.replies", 7_000_011, NOW, key, Records.bytes("{}"), headers());
		var healthy = Records.at("chat.replies", 7_000_012, NOW, "1", Records.bytes("{}"), headers());
		this.intake.take(List.of(poison, healthy));
		assertThat(this.archive.story(this.story)).hasSize(2);
	}

	@Test
	void aRecordOfAPastDayFindsItsDayAndOneThatIsTooOldIsLeft() {
		var past = Records.at("chat.replies", 7_000_021, NOW.minusSeconds(40 * 86_400), "1", null, headers());
		var tooOld = Records.at("chat.replies", 7_000_022, NOW.minusSeconds(92 * 86_400), "1", null, headers());
		var absurd = Records.at("chat.replies", 7_000_023, Instant.EPOCH, "1", null, headers());
		this.intake.take(List.of(past, tooOld, absurd));
		assertThat(this.archive.story(this.story)).extracting(ArchivedRecord::place)
			.containsExactly(new Place("chat.replies", 0, 7_000_021));
	}

	@Test
	void recordsWaitWhileTheyCannotBeKept() {
		this.database.sql("alter table archived_event rename to archived_event_away").update();
		try {
			say(Topic.CHAT_GENERATION, "{}");
			await().untilAsserted(() -> assertThat(attempts()).isGreaterThan(0));
		}
		finally {
			this.database.sql("alter table archived_event_away rename to archived_event").update();
		}
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(1));
	}

	@Autowired
	private io.micrometer.core.instrument.MeterRegistry meters;

	private double attempts() {
		return this.meters.counter("archive.batches.refused").count();
	}

	private void say(Topic topic, String json) {
		WIRE.publishRaw(topic.topicName(), Records.bytes("42"), Records.bytes(json), headers());
	}

	private Map<String, String> headers() {
		return Map.of(Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, "test.said", Headers.CORRELATION_ID,
				this.story, "other", "ä");
	}

}
