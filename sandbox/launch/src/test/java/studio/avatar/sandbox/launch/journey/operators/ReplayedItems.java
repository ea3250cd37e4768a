package studio.avatar.sandbox.launch.journey.operators;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import studio.avatar.sandbox.launch.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the console put on the topic of a service for one run.
 *
 * @param first how often each item stands there as the first attempt
 * @param again items that stand there as a later one
 */
record ReplayedItems(Map<Integer, Integer> first, Set<Integer> again) {

	/** What the console sends in one go, at most. */
	private static final int CHUNK = 500;

	private static final Duration GLANCE = Duration.ofMillis(500);

	/** Reads the topic from its beginning to its present end. */
	static ReplayedItems sent(Sandbox sandbox, String consumer, String replay) {
		ReplayedItems items = new ReplayedItems(new TreeMap<>(), new TreeSet<>());
		try (KafkaConsumer<byte[], byte[]> topic = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.kafkaBrokers()), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = topic.partitionsFor(consumer.split("/")[0] + ".replay")
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			topic.assign(partitions);
			topic.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = topic.endOffsets(partitions);
			while (ends.entrySet().stream().anyMatch((end) -> topic.position(end.getKey()) < end.getValue())) {
				topic.poll(GLANCE).forEach((record) -> items.note(record, replay));
			}
		}
		return items;
	}

	private void note(ConsumerRecord<byte[], byte[]> record, String replay) {
		if (text(record, "ce_replayid").equals(replay)) {
			int item = Integer.parseInt(text(record, "ce_replayitem"));
			if (text(record, "ce_replayattempt").equals("1")) {
				this.first.merge(item, 1, Integer::sum);
			}
			else {
				this.again.add(item);
			}
		}
	}

	private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
		Header found = record.headers().lastHeader(header);
		return (found != null) ? new String(found.value(), StandardCharsets.UTF_8) : "";
	}

	/**
	 * Each item was sent, and no more than one chunk once more for each time the console
	 * was killed: what it had sent and not marked.
	 */
	void assertGapless(int records, int kills) {
		assertThat(this.first.keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, records).boxed().toList());
		assertThat(this.first.keySet()).containsAll(this.again);
		List<Integer> twice = this.first.entrySet()
			.stream()
			.filter((item) -> item.getValue() > 1)
			.map(Map.Entry::getKey)
			.collect(Collectors.toList());
		long more = this.first.values().stream().mapToInt((times) -> times - 1).sum();
		long stretches = twice.stream().filter((item) -> !twice.contains(item - 1)).count();
		System.out.printf("%d records, %d kills: %d stood there twice, in %d stretches%n", records, kills, more,
				stretches);
		assertThat(more).as("records sent more than once").isLessThanOrEqualTo((long) kills * CHUNK);
		assertThat(stretches).as("stretches of records sent more than once").isLessThanOrEqualTo(kills);
	}

}
