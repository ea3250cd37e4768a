package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarDeleted;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.probe.Probe.Counts;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class DeliveryIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final AtomicInteger failuresToCome = new AtomicInteger();

	private static Probe probe;

	private final long chat = Probe.freshChat();

	private Counts before = new Counts(0, 0, 0, 0, 0);

	@BeforeAll
	static void start() {
		probe = Probe.start("delivery", DeliveryIT::answer);
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	@BeforeEach
	void count() {
		this.before = probe.counts();
	}

	/** Says back what it heard, twice. */
	private static void answer(Envelope<ChatEvent> envelope, Outbox outbox) {
		long chat = Long.parseLong(envelope.key());
		String command = Probe.commandOf(envelope);
		outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, command), envelope.asCause());
		outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, command + " again"), envelope.asCause());
		if (command.equals("falter") && failuresToCome.getAndDecrement() > 0) {
			throw new IllegalStateException("not this time");
		}
	}

	@Test
	void aRedeliveredEventHasNoSecondEffect() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"), "same", "update");
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"), "same", "update");
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "two"));

		awaitCounts(new Counts(3, 2, 1, 0, 0));
		awaitReplies("one", "one again", "two", "two again");
	}

	@Test
	void anAttemptThatFailsSaysNothing() {
		failuresToCome.set(2);

		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "falter"));

		awaitCounts(new Counts(1, 1, 0, 0, 0));
		awaitReplies("falter", "falter again");
	}

	@Test
	void theSameCauseHandledAgainGivesTheSameEventIds() {
		String cause = UUID.randomUUID().toString();
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"), cause, "update");
		awaitReplies("one", "one again");
		probe.bean(JdbcClient.class).sql("delete from inbox where event_id = ?").param(cause).update();

		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"), cause, "update");

		awaitReplies("one", "one again", "one", "one again");
		List<String> ids = wire.heard(Topic.CHAT_REPLIES, this.chat).stream().<String>map(Envelope::id).toList();
		assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2)).doesNotHaveDuplicates();
	}

	@Test
	void whatFollowsCarriesTheTraceAndTheCorrelationOfItsCause() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"), "cause", "update 7");

		awaitReplies("one", "one again");
		Envelope<?> cause = wire.heard(Topic.CHAT_GALLERY, this.chat).getFirst();
		assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat)).allSatisfy((reply) -> {
			assertThat(reply.correlationId()).isEqualTo("update 7");
			assertThat(reply.causationId()).isEqualTo("cause");
			assertThat(reply.trace().traceId()).isEqualTo(cause.trace().traceId());
			assertThat(reply.trace().spanId()).isNotEqualTo(cause.trace().spanId());
		});
	}

	@Test
	void whatIsPublishedIsACloudEventKeyedByItsChat() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"));

		awaitReplies("one", "one again");
		ConsumerRecord<byte[], byte[]> record = wire.raw("chat.replies")
			.stream()
			.filter((reply) -> ("" + this.chat).equals(Wire.header(reply, Headers.SUBJECT)))
			.findFirst()
			.orElseThrow();
		assertThat(new String(record.key())).isEqualTo("" + this.chat);
		assertThat(Wire.header(record, Headers.SPEC_VERSION)).isEqualTo("1.0");
		assertThat(Wire.header(record, Headers.TYPE)).isEqualTo("reply.remove-card");
		assertThat(Wire.header(record, Headers.SOURCE)).isEqualTo("gallery");
		assertThat(Wire.header(record, Headers.CONTENT_TYPE)).isEqualTo("application/json");
		assertThat(new String(record.value())).isEqualTo("{\"chatId\":%d,\"card\":\"one\"}".formatted(this.chat));
	}

	@Test
	void anEventLeavesAtOnceAfterCommitAndNotWithTheNextSweep() {
		List<Duration> waits = new ArrayList<>();
		for (int i = 0; i < 15; i++) {
			int said = i + 1;
			long begin = System.nanoTime();
			probe.inTransaction((outbox) -> say(outbox, "now", Cause.ofUpdate(this.chat * 100 + said)));
			await().pollInterval(Duration.ofMillis(5))
				.until(() -> wire.heard(Topic.CHAT_REPLIES, this.chat).size() == said);
			waits.add(Duration.ofNanos(System.nanoTime() - begin));
		}

		Collections.sort(waits);
		assertThat(waits.get(7)).isLessThan(Duration.ofMillis(250));
	}

	@Test
	void nothingIsPublishedOutsideATransaction() {
		Outbox outbox = probe.bean(Outbox.class);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> say(outbox, "one", Cause.ofUpdate(1)))
			.withMessageContaining("transaction");
	}

	@Test
	void aServiceSpeaksOnlyWhereTheCatalogueNamesIt() {
		AvatarDeleted notOurs = new AvatarDeleted(UUID.randomUUID(), this.chat, this.chat);

		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> probe.inTransaction(
					(outbox) -> outbox.publish(Topic.TRAINING_EVENTS, this.chat, notOurs, Cause.ofUpdate(1))))
			.withMessage("gallery does not say AvatarDeleted on training.events");
	}

	@Test
	void anEventAboutAChatIsNotSaidUnderTheIdOfAJob() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> probe.inTransaction((outbox) -> outbox.publish(Topic.CHAT_REPLIES, UUID.randomUUID(),
					new RemoveCard(this.chat, "x"), Cause.ofUpdate(1))))
			.withMessage("the key of chat.replies is no jobId");
	}

	@Test
	void anEventThatNoTopicTakesIsRefusedBeforeItIsKept() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> probe
				.inTransaction((outbox) -> say(outbox, "x".repeat(TopicCreation.RECORD_BYTES), Cause.ofUpdate(1))))
			.withMessageContaining("bytes");
	}

	private void say(Outbox outbox, String card, Cause cause) {
		outbox.publish(Topic.CHAT_REPLIES, this.chat, new RemoveCard(this.chat, card), cause);
	}

	private void awaitReplies(String... cards) {
		await().untilAsserted(() -> assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat, RemoveCard.class))
			.extracting(RemoveCard::card)
			.containsExactly(cards));
	}

	private void awaitCounts(Counts expected) {
		await().untilAsserted(() -> assertThat(probe.counts().minus(this.before)).isEqualTo(expected));
		assertThat(probe.counts().balanced()).isTrue();
	}

}
