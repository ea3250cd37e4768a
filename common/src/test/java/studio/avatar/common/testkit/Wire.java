package studio.avatar.common.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Trace;

/**
 * The topics seen from outside a service: publishes what others would say to it and hears
 * all that is said by anybody, with plain Kafka clients, so that no code under test
 * checks itself. One for each test JVM and broker.
 */
public final class Wire {

	private static final Map<String, Wire> OPEN = new ConcurrentHashMap<>();

	private final EventCodec codec = new EventCodec();

	private final KafkaProducer<byte[], byte[]> producer;

	private final List<ConsumerRecord<byte[], byte[]>> records = new CopyOnWriteArrayList<>();

	private Wire(String brokers) {
		createTopics(brokers);
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.LINGER_MS_CONFIG, 0),
				new ByteArraySerializer(), new ByteArraySerializer());
		Thread.ofPlatform().daemon().name("wire").start(() -> listen(brokers));
	}

	/** The wire to a broker; opened once, it hears from the beginning of every topic. */
	public static Wire of(String brokers) {
		return OPEN.computeIfAbsent(brokers, Wire::new);
	}

	/** Says an event as its producer would, with a new id; returns the id. */
	public String publish(Topic topic, long chatId, Object event) {
		String id = UUID.randomUUID().toString();
		publish(topic, chatId, event, id, UUID.randomUUID().toString());
		return id;
	}

	/** Says an event about a job; returns its id. */
	public String publish(Topic topic, UUID jobId, Object event) {
		String id = UUID.randomUUID().toString();
		publish(topic, jobId.toString(), event, id, UUID.randomUUID().toString());
		return id;
	}

	/** Says what operators and services say to each other; returns the id. */
	public String publish(Topic topic, ServiceName service, Object event) {
		String id = UUID.randomUUID().toString();
		publish(topic, service.id(), event, id, id);
		return id;
	}

	/** Says an event with a given id and correlation id, for duplicates. */
	public void publish(Topic topic, long chatId, Object event, String id, String correlationId) {
		publish(topic, String.valueOf(chatId), event, id, correlationId);
	}

	private void publish(Topic topic, String key, Object event, String id, String correlationId) {
		publishRaw(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), this.codec.write(event),
				headers(topic, key, event, id, correlationId));
	}

	/** Puts any bytes on a topic. */
	public void publishRaw(String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
		var record = new ProducerRecord<>(topic, key, value);
		headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		try {
			this.producer.send(record).get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The headers a producer would give an event. */
	public Map<String, String> headers(Topic topic, long chatId, Object event, String id, String correlationId) {
		return headers(topic, String.valueOf(chatId), event, id, correlationId);
	}

	private Map<String, String> headers(Topic topic, String key, Object event, String id, String correlationId) {
		String source = topic.producers().stream().map(ServiceName::id).sorted().findFirst().orElseThrow();
		return Map.of(Headers.SPEC_VERSION, "1.0", Headers.ID, id, Headers.TYPE, EventCodec.wireName(event.getClass()),
				Headers.SOURCE, source, Headers.TIME, Instant.now().toString(), Headers.SUBJECT, key,
				Headers.CORRELATION_ID, correlationId, Headers.CAUSATION_ID, "test", Headers.TRACEPARENT,
				Trace.begin().traceparent());
	}

	/** Everything said on a topic about a chat, in order, that is of a kind. */
	public <E> List<E> heard(Topic topic, long chatId, Class<E> kind) {
		return heard(topic, chatId).stream().map(Envelope::event).filter(kind::isInstance).map(kind::cast).toList();
	}

	/** Everything said on a topic about a chat, in order. */
	public List<Envelope<?>> heard(Topic topic, long chatId) {
		byte[] key = String.valueOf(chatId).getBytes(StandardCharsets.UTF_8);
		return heard(topic, (record) -> Arrays.equals(record.key(), key));
	}

	/** Everything said on a topic about a job, in order. */
	public List<Envelope<?>> heard(Topic topic, UUID jobId) {
		byte[] key = jobId.toString().getBytes(StandardCharsets.UTF_8);
		return heard(topic, (record) -> Arrays.equals(record.key(), key));
	}

	/** Everything that was said on a topic. */
	public List<Envelope<?>> heard(Topic topic) {
		return heard(topic, (record) -> record.key() != null);
	}

	/** What other chats' tests put there may be unreadable, so it is chosen first. */
	private List<Envelope<?>> heard(Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> chosen) {
		return raw(topic.topicName()).stream()
			.filter(chosen.and((record) -> header(record, Headers.ID) != null))
			.<Envelope<?>>map((record) -> read(topic, record))
			.toList();
	}

	/** The records of any topic as they are, parked ones included. */
	public List<ConsumerRecord<byte[], byte[]>> raw(String topic) {
		return this.records.stream().filter((record) -> record.topic().equals(topic)).toList();
	}

	/** A header's text; absent when the record has none of that name. */
	public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	private Envelope<?> read(Topic topic, ConsumerRecord<byte[], byte[]> record) {
		String id = String.valueOf(header(record, Headers.ID));
		String type = String.valueOf(header(record, Headers.TYPE));
		return new Envelope<>(id, type, String.valueOf(header(record, Headers.SOURCE)),
				Instant.parse(String.valueOf(header(record, Headers.TIME))),
				new String(record.key(), StandardCharsets.UTF_8),
				String.valueOf(header(record, Headers.CORRELATION_ID)),
				String.valueOf(header(record, Headers.CAUSATION_ID)), Trace.parse(header(record, Headers.TRACEPARENT)),
				header(record, Headers.REPLAY_ID), this.codec.read(topic.family(), type, record.value()));
	}

	private void listen(String brokers) {
		try (var consumer = new KafkaConsumer<>(
				Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
						ConsumerConfig.METADATA_MAX_AGE_CONFIG, 500),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			consumer.assign(partitions());
			consumer.seekToBeginning(consumer.assignment());
			while (true) {
				consumer.poll(Duration.ofMillis(200)).forEach(this.records::add);
			}
		}
		catch (WakeupException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static List<TopicPartition> partitions() {
		var live = Arrays.stream(Topic.values())
			.flatMap((topic) -> java.util.stream.IntStream.range(0, topic.partitions())
				.mapToObj((partition) -> new TopicPartition(topic.topicName(), partition)));
		var parked = Arrays.stream(ServiceName.values())
			.map((service) -> new TopicPartition(Topic.parkedBy(service), 0));
		return java.util.stream.Stream.concat(live, parked).toList();
	}

	/**
	 * All topics, also those no service under test creates: what it says must have
	 * somewhere to go.
	 */
	private static void createTopics(String brokers) {
		try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
			for (Topic topic : Topic.values()) {
				create(admin, new NewTopic(topic.topicName(), topic.partitions(), (short) 1));
			}
			for (ServiceName service : ServiceName.values()) {
				create(admin, new NewTopic(Topic.parkedBy(service), 1, (short) 1));
				create(admin, new NewTopic(Topic.replayOf(service), 6, (short) 1));
			}
		}
	}

	private static void create(Admin admin, NewTopic topic) {
		try {
			admin.createTopics(List.of(topic)).all().get();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException(ex);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
