package studio.avatar.console.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport;
import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.testkit.Wire;

import static org.awaitility.Awaitility.await;

/**
 * A service as a replay meets it: hears its replay topic with a plain client, keeps an
 * inbox, reports outcomes. A test says what its handler does.
 */
public final class ServiceStandIn implements AutoCloseable {

	private static final EventCodec CODEC = new EventCodec();

	private final ServiceName service;

	private final Wire wire;

	private final Thread thread;

	private final Set<String> inbox = ConcurrentHashMap.newKeySet();

	private final Map<String, AtomicLong> handled = new ConcurrentHashMap<>();

	private final List<ConsumerRecord<byte[], byte[]>> heard = new CopyOnWriteArrayList<>();

	private volatile boolean open = true;

	private volatile boolean away;

	private volatile Function<ConsumerRecord<byte[], byte[]>, @Nullable Answer> handler = (record) -> Answer.QUIET;

	public ServiceStandIn(ServiceName service, Wire wire, String brokers) {
		this.service = service;
		this.wire = wire;
		this.thread = Thread.ofPlatform().daemon().name("stand-in").start(() -> listen(brokers));
	}

	/** What the handler does from now on; null says nothing at all. */
	public void handles(Function<ConsumerRecord<byte[], byte[]>, @Nullable Answer> by) {
		this.handler = by;
	}

	/** Whether it is away: what it is sent waits for it. */
	void isAway(boolean now) {
		this.away = now;
	}

	/** Effects it really had, by event id. */
	public Map<String, AtomicLong> handled() {
		return this.handled;
	}

	/** Everything it was sent for a replay, previews included. */
	List<ConsumerRecord<byte[], byte[]>> heard(UUID replayId) {
		return this.heard.stream()
			.filter((record) -> String.valueOf(Wire.header(record, Headers.REPLAY_ID)).startsWith(replayId.toString()))
			.toList();
	}

	private void listen(String brokers) {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
				ConsumerConfig.GROUP_ID_CONFIG, this.service.id() + '/' + Topic.replayOf(this.service),
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			consumer.assign(partitions(consumer));
			while (this.open) {
				listen(consumer);
			}
		}
	}

	/** The console makes the topic, and may start later. */
	private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
		return await().atMost(Duration.ofMinutes(2))
			.pollInSameThread()
			.until(() -> consumer.partitionsFor(Topic.replayOf(this.service)), (found) -> !found.isEmpty())
			.stream()
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
	}

	private void listen(KafkaConsumer<byte[], byte[]> consumer) {
		if (this.away) {
			consumer.pause(consumer.assignment());
		}
		else {
			consumer.resume(consumer.paused());
		}
		ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(50));
		if (!records.isEmpty()) {
			answer(records);
			consumer.commitSync();
		}
	}

	private void answer(Iterable<ConsumerRecord<byte[], byte[]>> records) {
		Map<String, List<ReplayOutcome>> outcomes = new ConcurrentHashMap<>();
		for (ConsumerRecord<byte[], byte[]> record : records) {
			this.heard.add(record);
			ReplayOutcome outcome = outcome(record);
			if (outcome != null) {
				outcomes
					.computeIfAbsent(String.valueOf(Wire.header(record, Headers.REPLAY_ID)), (id) -> new ArrayList<>())
					.add(outcome);
			}
		}
		outcomes.forEach(this::report);
	}

	private @Nullable ReplayOutcome outcome(ConsumerRecord<byte[], byte[]> record) {
		Answer answer = this.handler.apply(record);
		if (answer == null) {
			return null;
		}
		String event = String.valueOf(Wire.header(record, Headers.ID));
		boolean preview = Boolean.parseBoolean(Wire.header(record, Headers.REPLAY_PREVIEW));
		Result result = result(event, preview, answer);
		boolean acted = result == Result.HANDLED || result == Result.WOULD_BE_HANDLED;
		return new ReplayOutcome(Long.parseLong(String.valueOf(Wire.header(record, Headers.REPLAY_ITEM))),
				Integer.parseInt(String.valueOf(Wire.header(record, Headers.REPLAY_ATTEMPT))), result,
				acted ? answer.effects() : ReplayEffects.NONE, answer.failure());
	}

	private Result result(String event, boolean preview, Answer answer) {
		if (preview) {
			return (answer.failure() != null) ? Result.WOULD_FAIL
					: this.inbox.contains(event) ? Result.WOULD_BE_DROPPED : Result.WOULD_BE_HANDLED;
		}
		if (answer.failure() != null) {
			return Result.FAILED;
		}
		if (!this.inbox.add(event)) {
			return Result.DROPPED;
		}
		this.handled.computeIfAbsent(event, (id) -> new AtomicLong()).incrementAndGet();
		return Result.HANDLED;
	}

	/** Tells the console, as the service's outbox would. */
	void report(String replayId, List<ReplayOutcome> outcomes) {
		var report = new OperatorReport.ReplayOutcomes(this.service.id(), replayId, outcomes);
		this.wire.publishRaw(Topic.OPERATOR_REPORTS.topicName(), this.service.id().getBytes(), CODEC.write(report),
				this.wire.headers(Topic.OPERATOR_REPORTS, 0, report, UUID.randomUUID().toString(), "test"));
	}

	@Override
	public void close() throws InterruptedException {
		this.open = false;
		this.thread.join(5_000);
	}

	/** What a handler does with a record. */
	public record Answer(ReplayEffects effects, ReplayOutcome.@Nullable Failure failure) {

		public static final Answer QUIET = new Answer(ReplayEffects.NONE, null);

		public static Answer failing(String message) {
			return new Answer(ReplayEffects.NONE,
					new ReplayOutcome.Failure("java.lang.IllegalStateException", message, "00112233aabbccdd"));
		}

		static Answer with(ReplayEffects effects) {
			return new Answer(effects, null);
		}

	}

}
