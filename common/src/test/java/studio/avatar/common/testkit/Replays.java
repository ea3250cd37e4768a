package studio.avatar.common.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;

import studio.avatar.common.contract.OperatorReport.ReplayOutcomes;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayMode;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.common.messaging.Headers;

/**
 * One replay to one consumer, as an operator's console would send it, with what the
 * service tells of it.
 */
public final class Replays {

	private final String id = UUID.randomUUID().toString();

	private final Wire wire;

	private final ServiceName service;

	private final Topic topic;

	private final String mode;

	private final boolean preview;

	private final AtomicLong items = new AtomicLong();

	private final EventCodec codec = new EventCodec();

	private Replays(Wire wire, ServiceName service, Topic topic, String mode, boolean preview) {
		this.wire = wire;
		this.service = service;
		this.topic = topic;
		this.mode = mode;
		this.preview = preview;
	}

	public static Replays preview(Wire wire, ServiceName service, Topic topic) {
		return new Replays(wire, service, topic, ReplayMode.REDELIVER.id(), true);
	}

	public static Replays run(Wire wire, ServiceName service, Topic topic) {
		return new Replays(wire, service, topic, ReplayMode.REDELIVER.id(), false);
	}

	public static Replays rebuild(Wire wire, ServiceName service, Topic topic) {
		return new Replays(wire, service, topic, ReplayMode.REBUILD.id(), false);
	}

	/** The same in a mode there may not be. */
	public Replays mode(String other) {
		return new Replays(this.wire, this.service, this.topic, other, this.preview);
	}

	public String id() {
		return this.id;
	}

	/** Sends an event about a chat; its outcome. */
	public ReplayOutcome outcomeOf(long chatId, Object event, String eventId) {
		return outcomeOf(chatId, event, eventId, Map.of());
	}

	/** Sends an event with some headers changed; its outcome. */
	public ReplayOutcome outcomeOf(long chatId, Object event, String eventId, Map<String, String> changed) {
		return awaitOutcome(send(chatId, event, eventId, changed));
	}

	/** Sends an event as it was said first; its outcome. */
	public ReplayOutcome outcomeOf(long chatId, Envelope<?> said) {
		return outcomeOf(chatId, said.event(), said.id(),
				Map.of(Headers.TIME, said.time().toString(), Headers.CORRELATION_ID, said.correlationId()));
	}

	/** Sends an event; the number of its item. */
	public long send(long chatId, Object event, String eventId, Map<String, String> changed) {
		long item = this.items.incrementAndGet();
		Map<String, String> headers = new HashMap<>(
				this.wire.headers(this.topic, chatId, event, eventId, "correlation of " + eventId));
		headers.putAll(Map.of(Headers.REPLAY_ID, this.id, Headers.REPLAY_ITEM, Long.toString(item),
				Headers.REPLAY_ATTEMPT, "1", Headers.REPLAY_CONSUMER, this.service.id() + '/' + this.topic.topicName(),
				Headers.REPLAY_MODE, this.mode, Headers.REPLAY_PREVIEW, Boolean.toString(this.preview),
				Headers.REPLAY_OF, this.topic.topicName() + "-0@" + item));
		headers.putAll(changed);
		this.wire.publishRaw(Topic.replayOf(this.service), String.valueOf(chatId).getBytes(StandardCharsets.UTF_8),
				this.codec.write(event), headers);
		return item;
	}

	/** All that was told so far, in the order it was told. */
	public List<ReplayOutcome> outcomes() {
		return this.wire.heard(Topic.OPERATOR_REPORTS)
			.stream()
			.filter((report) -> report.event() instanceof ReplayOutcomes told && told.replayId().equals(this.id))
			.flatMap((report) -> ((ReplayOutcomes) report.event()).outcomes().stream())
			.toList();
	}

	/** How many events told it. */
	public long reports() {
		return this.wire.heard(Topic.OPERATOR_REPORTS)
			.stream()
			.filter((report) -> report.event() instanceof ReplayOutcomes told && told.replayId().equals(this.id))
			.count();
	}

	private ReplayOutcome awaitOutcome(long item) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> outcomes().stream().filter((outcome) -> outcome.item() == item).toList(),
					(told) -> !told.isEmpty())
			.getFirst();
	}

}
