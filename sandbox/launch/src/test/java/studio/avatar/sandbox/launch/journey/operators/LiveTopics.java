package studio.avatar.sandbox.launch.journey.operators;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import studio.avatar.sandbox.launch.Sandbox;

/**
 * What stands on the topics of services and how far it was read; what operators and
 * services say to each other is left out.
 */
final class LiveTopics implements AutoCloseable {

	private final Admin admin;

	LiveTopics(Sandbox sandbox) {
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.kafkaBrokers()));
	}

	/** How many records were ever put on each. */
	Map<String, Long> ends() {
		return byPartition().entrySet()
			.stream()
			.collect(Collectors.groupingBy((end) -> end.getKey().topic(), TreeMap::new,
					Collectors.summingLong(Map.Entry::getValue)));
	}

	/** Every consumer of a service, {@code gallery/chat.gallery}. */
	List<String> consumers() {
		return of(() -> this.admin.listGroups().all().get()).stream()
			.map(GroupListing::groupId)
			.filter((group) -> group.contains("/") && !group.startsWith("console/") && isLive(group.split("/")[1]))
			.sorted()
			.toList();
	}

	/** Records that one of them, or the archive, has not read yet. */
	long unread() {
		Map<TopicPartition, Long> ends = byPartition();
		return of(() -> this.admin.listGroups().all().get()).stream()
			.map(GroupListing::groupId)
			.filter((group) -> group.contains("/"))
			.mapToLong((group) -> unread(group, ends))
			.sum();
	}

	private long unread(String group, Map<TopicPartition, Long> ends) {
		Map<TopicPartition, OffsetAndMetadata> read = of(
				() -> this.admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
		return ends.entrySet()
			.stream()
			.filter((end) -> isReadBy(group, end.getKey().topic()))
			.mapToLong((end) -> end.getValue() - (read.containsKey(end.getKey()) ? read.get(end.getKey()).offset() : 0))
			.sum();
	}

	/** A service has a group for each topic; the archive reads all but parked ones. */
	private static boolean isReadBy(String group, String topic) {
		return group.endsWith("/" + topic) || (group.equals("console/archive") && !topic.endsWith(".parked"));
	}

	private Map<TopicPartition, Long> byPartition() {
		List<String> topics = of(() -> this.admin.listTopics().names().get()).stream()
			.filter(LiveTopics::isLive)
			.toList();
		var descriptions = of(() -> this.admin.describeTopics(topics).allTopicNames().get());
		Map<TopicPartition, OffsetSpec> asked = descriptions.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest()));
		return of(() -> this.admin.listOffsets(asked).all().get()).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (end) -> end.getValue().offset()));
	}

	private static boolean isLive(String topic) {
		return !topic.startsWith("operator.") && !topic.endsWith(".replay") && !topic.startsWith("_");
	}

	private static <T> T of(Answer<T> answer) {
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.admin.close();
	}

	/** What the broker says. */
	@FunctionalInterface
	private interface Answer<T> {

		T get() throws ExecutionException, InterruptedException;

	}

}
