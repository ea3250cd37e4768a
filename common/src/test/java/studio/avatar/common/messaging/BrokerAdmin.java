package studio.avatar.common.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

import studio.avatar.common.contract.ServiceName;

/** What an operator could do to the broker while services run. */
final class BrokerAdmin implements AutoCloseable {

	private final Admin admin;

	BrokerAdmin(String brokers) {
		this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
	}

	/** Sets the largest record that a topic takes. */
	void setLargestRecord(String topic, int bytes) {
		AlterConfigOp change = new AlterConfigOp(
				new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes)), OpType.SET);
		await(() -> this.admin
			.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
			.all()
			.get());
	}

	/** The limits that the catalogue gives the topics of a service. */
	void setLimitsOfTheCatalogue(ServiceName service) {
		for (NewTopic topic : TopicCreation.topicsOf(service)) {
			setLargestRecord(topic.name(), Integer.parseInt(topic.configs().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)));
		}
	}

	String setting(String topic, String name) {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		return await(() -> this.admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value());
	}

	int partitions(String topic) {
		return await(
				() -> this.admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size());
	}

	/** The next offset that a group would read; 0 when it has committed none. */
	long committed(String group, TopicPartition partition) {
		OffsetAndMetadata committed = await(
				() -> this.admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(partition));
		return (committed != null) ? committed.offset() : 0;
	}

	private static <T> T await(Question<T> question) {
		try {
			return question.ask();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
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

	private interface Question<T> {

		T ask() throws ExecutionException, InterruptedException;

	}

}
