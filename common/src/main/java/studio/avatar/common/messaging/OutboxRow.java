package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;

import studio.avatar.common.contract.Topic;

/** An event that waits to be published; {@code seq} orders the events of one key. */
record OutboxRow(long seq, String topic, String key, Map<String, String> headers, byte[] value) {

	/**
	 * Events of one lane leave one after the other. Reports of one service need no order
	 * among each other, and in a replay there are many.
	 */
	String lane() {
		return this.topic.equals(Topic.OPERATOR_REPORTS.topicName()) ? this.key + '/' + this.seq : this.key;
	}

	ProducerRecord<byte[], byte[]> toRecord() {
		var record = new ProducerRecord<>(this.topic, this.key.getBytes(StandardCharsets.UTF_8), this.value);
		this.headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		return record;
	}

}
