package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;

/** An event that waits to be published; {@code seq} orders the events of one key. */
record OutboxRow(long seq, String topic, String key, Map<String, String> headers, byte[] value) {

	ProducerRecord<byte[], byte[]> toRecord() {
		var record = new ProducerRecord<>(this.topic, this.key.getBytes(StandardCharsets.UTF_8), this.value);
		this.headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		return record;
	}

}
