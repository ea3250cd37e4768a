package studio.avatar.common.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.probe.Probe.Counts;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A broker of its own, first new and then away. The tests follow one another: a broker is
 * new only once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AbsentBrokerIT {

	private static final Duration ABSENCE = Duration.ofSeconds(30);

	private static final List<String> heard = new CopyOnWriteArrayList<>();

	private static final long first = Probe.freshChat();

	private static Broker broker;

	private static Probe probe;

	/** The first event is there before the service has ever run. */
	@BeforeAll
	static void startServiceAfterItsFirstEvent() throws Exception {
		broker = Backing.anotherBroker();
		Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
		try (Admin admin = Admin.create(config);
				var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
			admin.createTopics(List.of(new NewTopic("chat.gallery", Topic.CHAT_GALLERY.partitions(), (short) 1)))
				.all()
				.get();
			var event = new OutboxRow(1, "chat.gallery", "" + first,
					Map.of(Headers.ID, "first", Headers.TYPE, "chat.command-issued", Headers.SOURCE, "gateway",
							Headers.TIME, Instant.EPOCH.toString()),
					new EventCodec().write(Probe.command(first, "first")));
			producer.send(event.toRecord()).get();
		}
		probe = Probe.start(broker.bootstrapServers(), Backing.shared().database("absent_broker"),
				(envelope, outbox) -> heard.add(envelope.key() + ' ' + Probe.commandOf(envelope)));
	}

	@AfterAll
	static void stop() {
		probe.close();
		broker.close();
	}

	@Test
	@Order(1)
	void theFirstEventAfterAFreshStartIsNotLost() {
		await().untilAsserted(() -> assertThat(heard).contains(first + " first"));
	}

	@Test
	@Order(2)
	void topicsAreCreatedAsTheCatalogueSaysAndOnesThatAreThereStay() {
		try (BrokerAdmin admin = new BrokerAdmin(broker.bootstrapServers())) {
			assertThat(admin.partitions("chat.replies")).isEqualTo(Topic.CHAT_REPLIES.partitions());
			assertThat(admin.setting("chat.replies", TopicConfig.RETENTION_MS_CONFIG))
				.isEqualTo("" + Topic.CHAT_REPLIES.retention().toMillis());
			assertThat(admin.setting("chat.replies", TopicConfig.MAX_MESSAGE_BYTES_CONFIG)).isEqualTo("900000");
			assertThat(admin.partitions("gallery.parked")).isEqualTo(1);
			assertThat(admin.setting("gallery.parked", TopicConfig.MAX_MESSAGE_BYTES_CONFIG)).isEqualTo("1000000");
			assertThat(admin.setting("chat.gallery", TopicConfig.MAX_MESSAGE_BYTES_CONFIG)).isNotEqualTo("900000");
		}
	}

	@Test
	@Order(3)
	void aBrokerThatIsAwayForHalfAMinuteLosesNothing() {
		Wire wire = Wire.of(broker.bootstrapServers());
		List<Long> chats = LongStream.range(0, 5).mapToObj((chat) -> Probe.freshChat()).toList();
		List<String> cards = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
		Counts before = probe.counts();
		chats.forEach((chat) -> keep(chat, "before"));
		await().untilAsserted(() -> assertThat(chats).allSatisfy((chat) -> assertThat(saidTo(wire, chat)).hasSize(1)));
		Instant killed = Instant.now();
		broker.kill();

		cards.forEach((card) -> chats.forEach((chat) -> keepQuickly(chat, card)));
		await().pollDelay(ABSENCE.minus(Duration.between(killed, Instant.now())))
			.atMost(ABSENCE.plusSeconds(5))
			.until(() -> true);
		broker.restart();

		await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(chats).allSatisfy((chat) -> {
			List<String> said = saidTo(wire, chat).stream().distinct().toList();
			assertThat(said).hasSize(31).startsWith("before").endsWith("29");
			assertThat(said.subList(1, 31)).isEqualTo(cards);
		}));
		wire.publish(Topic.CHAT_GALLERY, chats.getFirst(), Probe.command(chats.getFirst(), "after"));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(heard).contains(chats.getFirst() + " after"));
		await().untilAsserted(() -> assertThat(probe.counts().minus(before)).isEqualTo(new Counts(1, 1, 0, 0, 0)));
	}

	/** Whoever decides something does not wait for the broker. */
	private static void keepQuickly(long chat, String card) {
		Instant begin = Instant.now();
		keep(chat, card);
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
	}

	private static void keep(long chat, String card) {
		probe.inTransaction((outbox) -> outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, card),
				Cause.ofUpdate(chat).step(chat + "/" + card)));
	}

	private static List<String> saidTo(Wire wire, long chat) {
		return wire.heard(Topic.CHAT_REPLIES, chat, RemoveCard.class).stream().map(RemoveCard::card).toList();
	}

}
