package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * The way out: events are kept in the transaction that decided them, and the relay
 * publishes them once it is committed. While a projection is filled again, what is said
 * is noted and dropped.
 */
public class Outbox {

	/**
	 * Key of signs of life. It leads to a partition where no service tells the outcomes
	 * of a replay.
	 */
	public static final String SIGNS_OF_LIFE = "instances";

	private final ServiceName service;

	private final JdbcClient database;

	private final EventCodec codec;

	private final OutboxRelay relay;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.shared();

	Outbox(ServiceName service, JdbcClient database, EventCodec codec, OutboxRelay relay, Clock clock) {
		this.service = service;
		this.database = database;
		this.codec = codec;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * Keeps an event about a chat to be published after commit. Events of one chat are
	 * published in the order of these calls.
	 * @param chatId becomes the Kafka key
	 * @throws IllegalStateException outside a transaction
	 * @throws IllegalArgumentException when the catalogue does not let this service speak
	 * there, or the event is over 900,000 bytes
	 */
	public void publish(Topic topic, long chatId, Object event, Cause cause) {
		publish(topic, Topic.Key.CHAT, String.valueOf(chatId), event, cause);
	}

	/**
	 * Keeps an event about a job to be published after commit.
	 * @param jobId becomes the Kafka key
	 * @throws IllegalStateException outside a transaction
	 * @throws IllegalArgumentException when the catalogue does not let this service speak
	 * there, or the event is over 900,000 bytes
	 */
	public void publish(Topic topic, UUID jobId, Object event, Cause cause) {
		publish(topic, Topic.Key.JOB, jobId.toString(), event, cause);
	}

	/**
	 * Keeps what operators and services say to each other to be published after commit.
	 * @param service becomes the Kafka key
	 * @throws IllegalStateException outside a transaction
	 * @throws IllegalArgumentException when the catalogue does not let this service speak
	 * there, or the event is over 900,000 bytes
	 */
	public void publish(Topic topic, ServiceName service, Object event, Cause cause) {
		publish(topic, Topic.Key.SERVICE, service.id(), event, cause);
	}

	/**
	 * Like {@link #publish(Topic, ServiceName, Object, Cause)}, for that an instance
	 * lives: under a key of its own, so that it waits behind nothing else.
	 */
	public void publishSignOfLife(Object event, Cause cause) {
		publish(Topic.OPERATOR_REPORTS, Topic.Key.SERVICE, SIGNS_OF_LIFE, event, cause);
	}

	private void publish(Topic topic, Topic.Key about, String key, Object event, Cause cause) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("an event can only be published inside a transaction");
		}
		refuseStrangers(topic, about, event);
		byte[] value = this.codec.write(event);
		if (value.length > TopicCreation.RECORD_BYTES - Headers.ROOM) {
			throw new IllegalArgumentException("%s has %d bytes".formatted(event.getClass(), value.length));
		}
		Effects.says(EventCodec.wireName(event.getClass()), event);
		if (Effects.isRebuilding()) {
			return;
		}
		int shard = OutboxRelay.shardOf(key);
		insert(topic, key, shard, headers(event, key, cause), value);
		nudgeAfterCommit(shard);
	}

	private void refuseStrangers(Topic topic, Topic.Key about, Object event) {
		if (!topic.producers().contains(this.service) || !topic.family().isInstance(event)) {
			throw new IllegalArgumentException("%s does not say %s on %s".formatted(this.service.id(),
					event.getClass().getSimpleName(), topic.topicName()));
		}
		if (topic.key() != about) {
			throw new IllegalArgumentException("the key of %s is no %s".formatted(topic.topicName(), about.word()));
		}
	}

	private void insert(Topic topic, String key, int shard, Map<String, String> headers, byte[] value) {
		this.database.sql("insert into outbox (shard, topic, record_key, headers, value) values (?, ?, ?, ?, ?)")
			.params(shard, topic.topicName(), key, this.json.writeValueAsString(headers), value)
			.update();
	}

	private Map<String, String> headers(Object event, String key, Cause cause) {
		String type = EventCodec.wireName(event.getClass());
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(Headers.SPEC_VERSION, "1.0");
		headers.put(Headers.ID, eventId(cause, type));
		headers.put(Headers.TYPE, type);
		headers.put(Headers.SOURCE, this.service.id());
		headers.put(Headers.TIME, this.clock.instant().toString());
		headers.put(Headers.SUBJECT, key);
		headers.put(Headers.CORRELATION_ID, cause.correlationId());
		headers.put(Headers.CAUSATION_ID, cause.causationId());
		headers.put(Headers.TRACEPARENT, cause.trace().child().traceparent());
		headers.put(Headers.CONTENT_TYPE, "application/json");
		String replayId = Effects.replayId();
		if (replayId != null) {
			headers.put(Headers.REPLAY_ID, replayId);
		}
		return headers;
	}

	/**
	 * Derived from the cause, the type and how many of them the cause has led to so far.
	 */
	private String eventId(Cause cause, String type) {
		int ordinal = Ordinals.next(cause.causationId() + '/' + type);
		String name = this.service.id() + '/' + cause.causationId() + '/' + type + '/' + ordinal;
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private void nudgeAfterCommit(int shard) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Outbox.this.relay.nudge(shard);
			}
		});
	}

}
