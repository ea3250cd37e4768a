package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The only writer to Kafka: a plain producer, because a relay must know of every single
 * record whether the broker has it (ADR 0003). A record counts as published when all
 * in-sync replicas have acknowledged it.
 */
class Publisher implements AutoCloseable {

	/** How long the broker may take before the record counts as not published. */
	static final Duration PATIENCE = Duration.ofSeconds(8);

	private final Producer<byte[], byte[]> producer;

	Publisher(String brokers) {
		this.producer = new KafkaProducer<>(settings(brokers), new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * Publishes one record and waits for it; throws {@link NotPublished} when the broker
	 * does not take it.
	 */
	void publish(ProducerRecord<byte[], byte[]> record) {
		await(record, send(record));
	}

	/**
	 * Begins to publish; blocks at most a few seconds while the broker is away, and then
	 * fails the future.
	 */
	Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
		try {
			return this.producer.send(record);
		}
		catch (KafkaException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	/** Waits for what {@link #send} began. */
	static void await(ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> sent) {
		try {
			sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotPublished(record.topic(), ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new NotPublished(record.topic(), ex);
		}
	}

	@Override
	public void close() {
		this.producer.close(PATIENCE);
	}

	/** Said out loud, even where the client's default is the same. */
	private static Map<String, Object> settings(String brokers) {
		return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, //
				ProducerConfig.ACKS_CONFIG, "all", //
				ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, // a resend by the client
																// never doubles or
																// reorders
				ProducerConfig.LINGER_MS_CONFIG, 0, // a chat waits for nobody
				ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000, // the default of 60 s would
															// hold the relay's
															// transaction
				ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000, //
				ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000, // below PATIENCE, so
																	// that the outcome is
																	// known
				ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000, //
				ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCreation.PARKED_RECORD_BYTES);
	}

}
