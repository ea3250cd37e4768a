package studio.avatar.sandbox.launch.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Events that nobody said, shaped like those of training-service: tens of thousands of
 * people would take an hour to cause as many. Each names another avatar.
 */
public final class RenamedAvatars {

	static final String TOPIC = "training.events";

	static final String TYPE = "training.avatar-renamed";

	private static final int CHATS = 1_000;

	private static final long FIRST_CHAT = 70_000;

	private final String brokers;

	/** They go to that broker. */
	public RenamedAvatars(String brokers) {
		this.brokers = brokers;
	}

	/** Returns when the broker has all of them. */
	public void publish(int events) {
		Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.brokers,
				ProducerConfig.LINGER_MS_CONFIG, 5);
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (int number = 0; number < events; number++) {
				producer.send(event(FIRST_CHAT + number % CHATS));
			}
			producer.flush();
		}
	}

	private static ProducerRecord<byte[], byte[]> event(long chat) {
		String body = """
				{"avatarId":"%s","chatId":%d,"userId":%d,"name":"Bench"}""".formatted(UUID.randomUUID(), chat, chat);
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, bytes(Long.toString(chat)), bytes(body));
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_type", TYPE, "ce_source", "training",
				"ce_time", Instant.now().toString(), "ce_correlationid", UUID.randomUUID().toString(), "content-type",
				"application/json")
			.forEach((name, value) -> record.headers().add(name, bytes(value)));
		return record;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
