package studio.avatar.console.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Headers;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How fast the archive takes in; prints the figure. For a machine that does nothing else:
 * {@code -Dproof=full}.
 */
@EnabledIfSystemProperty(named = "proof", matches = "full")
class ArchivePaceIT extends ConsoleUnderTest {

	private static final int RECORDS = Integer.getInteger("archive.pace.records", 20_000);

	private static final int PER_SECOND = 2_000;

	/** The machine may be busy with something else for a while. */
	private static final int ATTEMPTS = 4;

	@Autowired
	private ConcurrentMessageListenerContainer<byte[], byte[]> archivedTopics;

	@Autowired
	private Archive archive;

	@Test
	void theArchiveKeepsPaceWhileItIsSearched() {
		double best = 0;
		for (int attempt = 0; attempt < ATTEMPTS && best < PER_SECOND; attempt++) {
			best = Math.max(best, drain("pace." + UUID.randomUUID()));
		}
		assertThat(best).isGreaterThanOrEqualTo(PER_SECOND);
	}

	/** How many records a second it takes in of those that wait. */
	private double drain(String type) {
		this.archivedTopics.pause();
		publish(type);
		Instant begun = Instant.now();
		this.archivedTopics.resume();
		await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).until(() -> {
			this.archive.find(EventSearch.everything().withText("winter forest"), null, 50);
			return archived(type) == RECORDS;
		});
		double perSecond = RECORDS * 1_000.0 / Duration.between(begun, Instant.now()).toMillis();
		System.out.printf("archived %,d records at %,.0f a second, searched meanwhile%n", RECORDS, perSecond);
		return perSecond;
	}

	private long archived(String type) {
		return this.database.sql("select count(*) from archived_event where event_type = ?")
			.param(type)
			.query(Long.class)
			.single();
	}

	/** Over two topics and twelve partitions, a kilobyte each, as generations are. */
	private void publish(String type) {
		try (var producer = new KafkaProducer<>(
				Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Backing.shared().kafkaBrokers()),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			IntStream.range(0, RECORDS)
				.mapToObj((at) -> producer.send(record(type, at)))
				.toList()
				.forEach(ArchivePaceIT::sent);
		}
	}

	private static ProducerRecord<byte[], byte[]> record(String type, int at) {
		Topic topic = (at % 2 == 0) ? Topic.GENERATION_EVENTS : Topic.CHAT_REPLIES;
		String prompt = "portrait number %d of a person in the winter forest with soft light and falling snow "
			.formatted(at);
		String json = "{\"chatId\":%d,\"generationId\":\"%s\",\"prompt\":\"%s\",\"seed\":%d,\"images\":[{\"key\":\"%s\"}]}"
			.formatted(at % 500, UUID.randomUUID(), prompt.repeat(8), at * 7_919L, UUID.randomUUID());
		var record = new ProducerRecord<>(topic.topicName(), Records.bytes(String.valueOf(at % 500)),
				Records.bytes(json));
		Map.of(Headers.SPEC_VERSION, "1.0", Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, type,
				Headers.SOURCE, "generation", Headers.TIME, Instant.now().toString(), Headers.CORRELATION_ID,
				UUID.nameUUIDFromBytes(Records.bytes(String.valueOf(at / 8))).toString(), Headers.CAUSATION_ID, "pace",
				Headers.TRACEPARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
			.forEach((name, text) -> record.headers().add(name, Records.bytes(text)));
		return record;
	}

	private static void sent(Future<?> record) {
		try {
			record.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
