package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * Puts records that could not be handled on {@code <service>.parked}, byte for byte, with
 * where they came from and why. When that fails too it throws, so that the offset is not
 * committed and the record is read again: nothing is lost.
 */
class ParkedRecords {

	private static final Logger log = LoggerFactory.getLogger(ParkedRecords.class);

	private final String topic;

	private final Publisher publisher;

	private final ParkedKeys keys;

	private final Clock clock;

	ParkedRecords(ServiceName service, Publisher publisher, ParkedKeys keys, Clock clock) {
		this.keys = keys;
		this.topic = Topic.parkedBy(service);
		this.publisher = publisher;
		this.clock = clock;
	}

	/** Parks a record the binder handed over. */
	void park(String consumer, IncomingRecord incoming, Exception why) {
		Map<String, byte[]> headers = new LinkedHashMap<>();
		incoming.message().getHeaders().forEach((name, value) -> {
			if (value instanceof byte[] bytes && !name.startsWith("kafka_")) {
				headers.put(name, bytes);
			}
		});
		byte[] key = incoming.message().getHeaders().get(KafkaHeaders.RECEIVED_KEY, byte[].class);
		park(consumer, incoming.place(), key, incoming.bytes(), headers, why);
	}

	/** Parks a record as the listener container read it. */
	void park(String consumer, ConsumerRecord<?, ?> failed, Exception why) {
		Map<String, byte[]> headers = new LinkedHashMap<>();
		for (Header header : failed.headers()) {
			headers.put(header.key(), header.value());
		}
		park(consumer, new Place(failed.topic(), failed.partition(), failed.offset()), (byte[]) failed.key(),
				(byte[]) failed.value(), headers, why);
	}

	private void park(String consumer, Place place, byte @Nullable [] key, byte @Nullable [] value,
			Map<String, byte[]> headers, Exception why) {
		RootCause cause = RootCause.of(why);
		if (key != null) {
			this.keys.note(consumer, new String(key, StandardCharsets.UTF_8), place);
		}
		var parked = new ProducerRecord<>(this.topic, key, value);
		headers.forEach((name, bytes) -> parked.headers().add(name, bytes));
		describe(consumer, place, cause)
			.forEach((name, text) -> parked.headers().remove(name).add(name, text.getBytes(StandardCharsets.UTF_8)));
		this.publisher.publish(parked);
		log.atError()
			.addKeyValue("consumer", consumer)
			.addKeyValue("topic", place.topic())
			.addKeyValue("partition", place.partition())
			.addKeyValue("offset", place.offset())
			.addKeyValue("cause", cause.type())
			.setCause(why)
			.log("Record parked");
	}

	private Map<String, String> describe(String consumer, Place place, RootCause cause) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(Headers.PARKED_TOPIC, place.topic());
		headers.put(Headers.PARKED_PARTITION, String.valueOf(place.partition()));
		headers.put(Headers.PARKED_OFFSET, String.valueOf(place.offset()));
		headers.put(Headers.PARKED_CONSUMER, consumer);
		headers.put(Headers.PARKED_CAUSE, cause.type());
		headers.put(Headers.PARKED_MESSAGE, cause.message());
		headers.put(Headers.PARKED_FINGERPRINT, cause.fingerprint());
		headers.put(Headers.PARKED_STACKTRACE, cause.stackTrace());
		headers.put(Headers.PARKED_AT, this.clock.instant().toString());
		return headers;
	}

}
