package studio.avatar.console.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records as a broker would hand them over. */
final class Records {

	private Records() {
	}

	static ConsumerRecord<byte[], byte[]> at(String topic, long offset, Instant recordedAt, @Nullable String key,
			byte @Nullable [] value, Map<String, String> headers) {
		var carried = new RecordHeaders();
		headers.forEach((name, text) -> carried.add(name, bytes(text)));
		return new ConsumerRecord<>(topic, 0, offset, recordedAt.toEpochMilli(), TimestampType.CREATE_TIME, 0, 0,
				(key != null) ? bytes(key) : null, value, carried, Optional.empty());
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
