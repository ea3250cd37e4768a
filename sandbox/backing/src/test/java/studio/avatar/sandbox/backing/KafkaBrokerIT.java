package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaBrokerIT {

	@TempDir
	private static Path folder;

	private static KafkaBroker broker;

	@BeforeAll
	static void start() {
		broker = KafkaBroker.start(KafkaSettings.in(folder));
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	@Test
	void dataSurviveAKillOfTheBroker() throws Exception {
		create("kept");
		send("kept", "acknowledged");
		long killed = broker.pid();

		broker.kill();
		broker.restart();

		assertThat(broker.pid()).isNotEqualTo(killed);
		assertThat(read("kept")).containsExactly("acknowledged");
	}

	@Test
	void dataSurviveAnOrderlyStop() throws Exception {
		create("stopped");
		send("stopped", "acknowledged");

		broker.close();
		broker = KafkaBroker.start(KafkaSettings.in(folder));

		assertThat(read("stopped")).containsExactly("acknowledged");
	}

	@Test
	void aMisspeltTopicIsRefusedInsteadOfCreated() {
		try (Admin admin = admin()) {
			assertThatThrownBy(() -> admin.describeTopics(Set.of("chat.trainnig")).allTopicNames().get())
				.isInstanceOf(ExecutionException.class)
				.hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
		}
	}

	@Test
	void aBrokerLeftByAnEarlierRunIsEndedBeforeTheNextStart() throws Exception {
		ProcessHandle leftover = ProcessHandle.of(broker.pid()).orElseThrow();

		broker = KafkaBroker.start(KafkaSettings.in(folder));

		assertThat(leftover.isAlive()).isFalse();
		assertThat(broker.pid()).isNotEqualTo(leftover.pid());
	}

	@Test
	void aTakenPortIsSaidInOneSentence(@TempDir Path other) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatThrownBy(() -> KafkaBroker.start(new KafkaSettings(other, taken.getLocalPort(), 0)))
				.isInstanceOf(BackingException.class)
				.hasMessage("Kafka cannot listen on 127.0.0.1:" + taken.getLocalPort()
						+ ": the port is in use by another program");
		}
	}

	@Test
	void aBrokerThatEndsWhileStartingIsSaidWithItsLastWords(@TempDir Path other) throws IOException {
		Files.createDirectories(other.resolve("data"));
		Files.writeString(other.resolve("data/meta.properties"), "version=1\ncluster.id=somebody-else\nnode.id=7\n");

		assertThatThrownBy(() -> KafkaBroker.start(KafkaSettings.in(other))).isInstanceOf(BackingException.class)
			.hasMessageContaining("Kafka ended while starting")
			.hasMessageContaining("Stored node id 7")
			.hasMessageContaining(other.resolve("broker.log").toString());
	}

	private void create(String topic) throws Exception {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
		}
	}

	private Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
	}

	private void send(String topic, String value) throws Exception {
		Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(config, new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(topic, value)).get();
		}
	}

	private List<String> read(String topic) {
		Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
		List<String> values = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config, new StringDeserializer(),
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

}
