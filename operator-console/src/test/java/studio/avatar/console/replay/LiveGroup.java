package studio.avatar.console.replay;

import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

/** A live consumer's group that is as far behind as a test says. */
final class LiveGroup implements AutoCloseable {

	private final Admin admin;

	private final String group;

	private final TopicPartition partition;

	private long published;

	LiveGroup(String group, String topic) {
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backing.shared().kafkaBrokers()));
		this.group = group;
		this.partition = new TopicPartition(topic, 0);
	}

	/**
	 * Publishes what is missing to the topic, and puts the group that far from its end.
	 */
	void isBehind(long records) throws Exception {
		Wire wire = Wire.of(Backing.shared().kafkaBrokers());
		while (end() < records) {
			for (int i = 0; i < 500; i++, this.published++) {
				wire.publishRaw(this.partition.topic(), ("filler-" + this.published).getBytes(), new byte[] { 1 },
						Map.of());
			}
		}
		this.admin.alterConsumerGroupOffsets(this.group, Map.of(this.partition, new OffsetAndMetadata(end() - records)))
			.all()
			.get();
	}

	private long end() throws Exception {
		return this.admin.listOffsets(Map.of(this.partition, OffsetSpec.latest()))
			.all()
			.get()
			.get(this.partition)
			.offset();
	}

	@Override
	public void close() throws Exception {
		this.admin.deleteConsumerGroups(Set.of(this.group)).all().get();
		this.admin.close();
	}

}
