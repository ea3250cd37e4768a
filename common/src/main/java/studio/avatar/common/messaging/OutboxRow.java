package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;

import studio.avatar.common.contract.Topic;

/** An event that waits to be published; {@code seq} orders the events of one key. */
record OutboxRow(long seq, String topic, String key, Map<String, String> headers, byte[] value) {

	/**
	 * Events of one lane leave one after the other. What services tell of a replay needs
	 * no order, and is much; of what instances say about themselves the last one counts.
	 */
	String lane() {
		boolean ordered = !this.topic.equals(Topic.OPERATOR_REPORTS.topicName())
				|| this.key.equals(Outbox.SIGNS_OF_LIFE);
		return ordered ? this.key : this.key + '/' + this.seq;
	}

	ProducerRecord<byte[], byte[]> toRecord() {
		var record = new ProducerRecord<>(this.topic, this.key.getBytes(StandardCharsets.UTF_8), this.value);
		this.headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		return record;
	}

}
