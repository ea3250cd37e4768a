package studio.avatar.console.overview;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.Objects;
import java.util.List;
import java.util.Map;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import studio.avatar.common.contract.OperatorReport.Count;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.StuckJob;
import studio.avatar.common.contract.Topic;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

class OverviewIT extends ConsoleUnderTest {

	@Autowired
	WebApplicationContext web;

	@Autowired
	Samples samples;

	@Autowired
	Instances instances;

	@Autowired
	SpendRows spend;

	@Autowired
	BrokerLooks looks;

	@Autowired
	MeterRegistry meters;

	MockMvcTester browser;

	@BeforeEach
	void openBrowser() {
		this.browser = MockMvcTester.from(this.web,
				(builder) -> builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
	}

	@Test
	void whatAnInstanceSaysIsOnThePageAndInTheApi() {
		Instant now = Instant.now();
		String job = UUID.randomUUID().toString();
		report(Reports.busy("training", "training-" + job, now, 7, now.minusSeconds(4),
				new StuckJob("training", job, "submitted", 4711, now.minusSeconds(900), now.plusSeconds(60))));

		await().untilAsserted(() -> assertThat(get("/api/overview")).contains(job));
		assertThat(get("/api/overview")).contains("\"outboxSize\":7", "\"outboxAge\":\"PT4S\"", "\"chatId\":4711");
		assertThat(get("/")).contains(job, "Jobs that stand still", "outbox 7, 4 s", "1 stuck", "/events?key=4711");
	}

	@Test
	void recordsNobodyReadsAreLagOfTheirConsumer() {
		long before = waiting("gallery/chat.gallery");

		for (int i = 0; i < 5; i++) {
			WIRE.publishRaw(Topic.CHAT_GALLERY.topicName(), new byte[] { 1 }, new byte[] { 2 }, Map.of());
		}

		await().untilAsserted(() -> assertThat(waiting("gallery/chat.gallery")).isEqualTo(before + 5));
	}

	@Test
	void theConsoleIsOnTheOverviewItself() {
		await().untilAsserted(() -> assertThat(this.instances.all()).extracting((seen) -> seen.report().service())
			.contains("console"));

		assertThat(get("/")).contains("console/archive", "console/parked", "console/operator.reports");
	}

	@Test
	void aGroupThatAnOlderVersionHasLeftIsNobodysAndOneThatNeverReadIsLookedAt() throws Exception {
		String brokers = Backing.shared().kafkaBrokers();
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
				Broker broker = new Broker(brokers, Duration.ofSeconds(20))) {
			admin
				.alterConsumerGroupOffsets("console/left-behind",
						Map.of(new TopicPartition(Topic.CHAT_GALLERY.topicName(), 0), new OffsetAndMetadata(0)))
				.all()
				.get();

			assertThat(broker.look(Instant.now()).groups()).containsOnlyKeys(ConsumerGroups.all().keySet());
		}
	}

	@Test
	void whatTheDashboardShowsOfTheConsoleIsMeasured() {
		Visitor.at(this.port).get("/sign-in");

		await().untilAsserted(() -> {
			assertThat(this.meters.get("consumer.lag").tag("consumer", "console/archive").gauge().value())
				.isNotNegative();
			assertThat(this.meters.get("parked.open").tag("consumer", "gallery/chat.gallery").gauge().value())
				.isNotNegative();
			assertThat(this.meters.get("http.server.requests").tag("status", "200").timers()).isNotEmpty();
		});
	}

	@Test
	void troublesAreCountedFromReportToReportAndARestartTakesNothingBack() {
		Instant started = Instant.now().minusSeconds(600);
		String name = "telegram." + UUID.randomUUID();
		hear(started, started.plusSeconds(500), new Count(name, 40));
		hear(started, started.plusSeconds(505), new Count(name, 43));

		hear(started.plusSeconds(508), started.plusSeconds(510), new Count(name, 2));

		assertThat(new History(Window.HOUR, Instant.now(), this.samples.within(Window.HOUR, Instant.now()))
			.count(Measure.TROUBLE, "gateway/" + name)).isEqualTo(5);
	}

	@Test
	void aHostWhoseClockWasSetBackIsStillHeard() {
		Instant now = Instant.now();
		String name = "gallery-" + UUID.randomUUID();
		this.instances.on(Reports.of("gallery", name, now.minusSeconds(60), now.plusSeconds(3_600)));

		this.instances.on(Reports.of("gallery", name, now.minusSeconds(60), now.minusSeconds(120)));

		assertThat(this.instances.all()).filteredOn((seen) -> seen.report().instance().equals(name))
			.singleElement()
			.satisfies((seen) -> {
				assertThat(seen.report().seenAt()).isEqualTo(now.minusSeconds(120));
				assertThat(seen.silent()).isFalse();
			});
	}

	@Test
	void oldSlotsBecomeSlotsOfAMinuteWithLevelsKeptHighestAndCountsAdded() {
		Instant minute = Instant.now().minusSeconds(3 * 3600).truncatedTo(ChronoUnit.MINUTES);
		String about = "test/" + UUID.randomUUID();
		this.samples.add(minute.plusSeconds(5), samplesOf(about, 9, 2));
		this.samples.add(minute.plusSeconds(35), samplesOf(about, 4, 3));

		this.samples.thin(Instant.now().minusSeconds(3600), Instant.now().minusSeconds(48 * 3600));

		assertThat(this.database
			.sql("select measure || ' ' || seconds || ' ' || value from sample where about = ? order by 1")
			.param(about)
			.query(String.class)
			.list()).containsExactly("HANDLED 60 5", "LAG 60 9");
	}

	@Test
	void whatWasCapturedIsSpentByItsKindOfWorkAndTheRestIsHeld() {
		UUID done = UUID.randomUUID();
		UUID open = UUID.randomUUID();
		long before = spentOnTrainings();

		Spends.archive(this.database, done, open);

		await().untilAsserted(() -> assertThat(spentOnTrainings()).isEqualTo(before + 270));
		assertThat(this.database.sql("select held || ' ' || coalesce(captured, -1) from spent_hold where hold_id = ?")
			.param(open.toString())
			.query(String.class)
			.single()).isEqualTo("40 -1");
	}

	@Test
	void thePartThatRefreshesItselfHasNoFrameAroundIt() {
		assertThat(get("/overview/live?window=1h")).contains("<svg", "hx-get=\"/overview/live?window=1h\"")
			.doesNotContain("<html", "<nav");
	}

	private long spentOnTrainings() {
		return this.spend.read(Instant.now())
			.days()
			.stream()
			.filter((day) -> day.purpose().equals("training"))
			.mapToLong(Spend.Day::credits)
			.sum();
	}

	private static List<Sample> samplesOf(String about, long lag, long handled) {
		return List.of(new Sample(Measure.LAG, about, lag), new Sample(Measure.HANDLED, about, handled));
	}

	private void hear(Instant startedAt, Instant seenAt, Count count) {
		this.instances.on(Reports.counting("gateway", "gateway-" + count.name(), startedAt, seenAt, count));
	}

	private static void report(InstanceSeen seen) {
		WIRE.publish(Topic.OPERATOR_REPORTS, 1, seen);
	}

	private long waiting(String consumer) {
		return await().until(() -> this.broker().get(consumer), Objects::nonNull);
	}

	private Map<String, Long> broker() {
		return this.looks.newest()
			.map((look) -> look.groups()
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().waiting())))
			.orElse(Map.of());
	}

	private String get(String path) {
		return new String(this.browser.get()
			.uri(path)
			.with(user("anna").roles("VIEWER"))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
