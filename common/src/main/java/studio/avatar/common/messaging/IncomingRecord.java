package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** A record as the binder hands it over, with its headers read as text. */
record IncomingRecord(Message<?> message) {

	/** The same for a record as Kafka's own client hands it over. */
	static IncomingRecord of(ConsumerRecord<byte[], byte[]> record) {
		Map<String, Object> headers = new HashMap<>();
		record.headers().forEach((header) -> headers.put(header.key(), header.value()));
		headers.put(KafkaHeaders.RECEIVED_TOPIC, record.topic());
		headers.put(KafkaHeaders.RECEIVED_PARTITION, record.partition());
		headers.put(KafkaHeaders.OFFSET, record.offset());
		headers.put(KafkaHeaders.RECEIVED_KEY, record.key());
		headers.values().removeIf(Objects::isNull);
		Object value = (record.value() != null) ? record.value() : KafkaNull.INSTANCE;
		return new IncomingRecord(new GenericMessage<>(value, headers));
	}

	Place place() {
		return new Place(
				Objects.requireNonNull(this.message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC, String.class)),
				Objects.requireNonNull(this.message.getHeaders().get(KafkaHeaders.RECEIVED_PARTITION, Integer.class)),
				Objects.requireNonNull(this.message.getHeaders().get(KafkaHeaders.OFFSET, Long.class)));
	}

	/**
	 * Reads the event with its envelope.
	 * @throws UnreadableEvent when a header or the value is missing or nonsense
	 */
	<E> Envelope<E> read(EventCodec codec, Class<E> family) {
		String type = required(Headers.TYPE);
		String id = required(Headers.ID);
		E event = codec.read(family, type, value());
		return new Envelope<>(id, type, required(Headers.SOURCE), time(), key(),
				Objects.requireNonNullElse(header(Headers.CORRELATION_ID), id),
				Objects.requireNonNullElse(header(Headers.CAUSATION_ID), id), Trace.parse(header(Headers.TRACEPARENT)),
				header(Headers.REPLAY_ID), event);
	}

	/** The bytes as they stand on the record; a record may have none. */
	byte @Nullable [] bytes() {
		return (this.message.getPayload() instanceof byte[] bytes) ? bytes : null;
	}

	private byte[] value() {
		byte[] bytes = bytes();
		if (bytes == null) {
			throw new UnreadableEvent("the record has no value");
		}
		return bytes;
	}

	@Nullable String header(String name) {
		return text(this.message.getHeaders().get(name));
	}

	private String key() {
		String key = text(this.message.getHeaders().get(KafkaHeaders.RECEIVED_KEY));
		if (key == null) {
			throw new UnreadableEvent("the record has no key");
		}
		return key;
	}

	private Instant time() {
		try {
			return Instant.parse(required(Headers.TIME));
		}
		catch (DateTimeException ex) {
			throw new UnreadableEvent(Headers.TIME, ex);
		}
	}

	/**
	 * The text of a header that must be there.
	 * @throws UnreadableEvent when it is missing
	 */
	String required(String name) {
		String value = header(name);
		if (value == null) {
			throw new UnreadableEvent("header " + name + " is missing");
		}
		return value;
	}

	private static @Nullable String text(@Nullable Object value) {
		if (value == null) {
			return null;
		}
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
	}

}
