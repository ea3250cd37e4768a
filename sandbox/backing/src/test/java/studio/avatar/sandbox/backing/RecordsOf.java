package studio.avatar.sandbox.backing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker seen by a client.
 *
 * @param brokers its address
 */
record RecordsOf(String brokers) {

	void create(String topic) throws InterruptedException, ExecutionException {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
		}
	}

	Admin admin() {
		return Admin.create(config());
	}

	/** A setting as the broker itself says it. */
	String setting(String name) throws InterruptedException, ExecutionException {
		ConfigResource broker = new ConfigResource(Type.BROKER, "1");
		try (Admin admin = admin()) {
			return admin.describeConfigs(List.of(broker)).all().get().get(broker).get(name).value();
		}
	}

	void send(String topic, String value) throws InterruptedException, ExecutionException {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(config(), new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(topic, value)).get();
		}
	}

	List<String> read(String topic) {
		List<String> values = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config(), new StringDeserializer(),
				new StringDeserializer())) {
			TopicPartition only = new TopicPartition(topic, 0);
			consumer.assign(List.of(only));
			consumer.seekToBeginning(List.of(only));
			while (consumer.position(only) < consumer.endOffsets(List.of(only)).get(only)) {
				consumer.poll(Duration.ofSeconds(1)).forEach((record) -> values.add(record.value()));
			}
		}
		return values;
	}

	private Map<String, Object> config() {
		return Map.of("bootstrap.servers", this.brokers);
	}

}
