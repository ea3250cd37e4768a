package studio.avatar.common.operating;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.OperatorCommand.PauseConsumer;
import studio.avatar.common.contract.OperatorCommand.ResumeConsumer;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.contract.TrainingEvent.AvatarDeleted;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Listeners;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The brake on a service that tells what it has heard. */
class BrakeIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final long chat = Probe.freshChat();

	private Probe probe = start();

	@BeforeEach
	void pauseChats() {
		say(new PauseConsumer(Probe.CONSUMER, "olga", "to see it stand"));
		await().until(() -> this.probe.bean(Listeners.class).isPaused(Probe.CONSUMER));
	}

	@AfterEach
	void stop() {
		say(new ResumeConsumer(Probe.CONSUMER, "olga"));
		await().until(() -> !this.probe.bean(Listeners.class).isPaused(Probe.CONSUMER));
		this.probe.close();
	}

	@Test
	void recordsOfAPausedConsumerWaitAndThoseOfOthersFlow() {
		presses("one");
		wire.publish(Topic.TRAINING_EVENTS, this.chat, new AvatarDeleted(UUID.randomUUID(), this.chat, this.chat));

		await().until(() -> this.heard.contains("training of " + this.chat));
		await().during(LONG_ENOUGH).atMost(LONG_ENOUGH.plusSeconds(1)).until(() -> heardOfChat().isEmpty());
	}

	@Test
	void whoIsStartedWhileItIsPausedTakesNotOneRecord() {
		presses("one");
		this.probe.close();

		this.probe = start();

		await().until(() -> this.probe.bean(Listeners.class).isPaused(Probe.CONSUMER));
		await().during(LONG_ENOUGH).atMost(LONG_ENOUGH.plusSeconds(1)).until(() -> heardOfChat().isEmpty());
	}

	@Test
	void resumedItHandlesAllThatWaitedOnceAndInOrder() {
		presses("one");
		presses("two");
		presses("three");

		say(new ResumeConsumer(Probe.CONSUMER, "olga"));

		await().until(() -> heardOfChat().size() >= 3);
		await().during(Duration.ofMillis(500)).until(() -> heardOfChat().equals(List.of("one", "two", "three")));
	}

	@Test
	void aReplayPassesAConsumerWhoseOwnTopicIsPaused() {
		var outcome = Replays.run(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY)
			.outcomeOf(this.chat, Probe.command(this.chat, "one"), UUID.randomUUID().toString());

		assertThat(outcome.result()).isEqualTo(Result.HANDLED);
	}

	@Test
	void replaysCanBePausedToo() {
		String replays = "gallery/gallery.replay";
		say(new PauseConsumer(replays, "olga", "to see it stand"));
		await().until(() -> this.probe.bean(Listeners.class).isPaused(replays));
		Replays replay = Replays.run(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY);
		replay.send(this.chat, Probe.command(this.chat, "one"), UUID.randomUUID().toString(), Map.of());
		await().during(LONG_ENOUGH).atMost(LONG_ENOUGH.plusSeconds(1)).until(() -> replay.outcomes().isEmpty());

		say(new ResumeConsumer(replays, "olga"));

		await().until(() -> replay.outcomes().size() == 1);
	}

	@Test
	void theCommandsThemselvesAndOtherServicesAreNotPaused() {
		say(new PauseConsumer("gallery/operator.commands", "olga", "by mistake"));
		say(new PauseConsumer("training/chat.training", "olga", "of others"));
		say(new PauseConsumer("gallery/generation.events", "olga", "ours"));

		await().until(() -> this.probe.bean(Listeners.class).isPaused("gallery/generation.events"));
		assertThat(this.probe.bean(JdbcClient.class)
			.sql("select consumer from paused_consumer order by 1")
			.query(String.class)
			.list()).containsExactly(Probe.CONSUMER, "gallery/generation.events");
		say(new ResumeConsumer("gallery/generation.events", "olga"));
		await().until(() -> !this.probe.bean(Listeners.class).isPaused("gallery/generation.events"));
	}

	private Probe start() {
		return Probe.start("brake", new Telling());
	}

	private static void say(Object command) {
		wire.publish(Topic.OPERATOR_COMMANDS, ServiceName.GALLERY, command);
	}

	private void presses(String command) {
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, command));
	}

	private List<String> heardOfChat() {
		return this.heard.stream().filter((told) -> !told.startsWith("training")).toList();
	}

	private final class Telling implements Probe.Behaviour {

		@Override
		public void on(Envelope<ChatEvent> envelope, Outbox outbox) {
			if (envelope.key().equals("" + BrakeIT.this.chat)) {
				BrakeIT.this.heard.add(Probe.commandOf(envelope));
			}
		}

		@Override
		public void onTraining(Envelope<TrainingEvent> envelope, Outbox outbox) {
			BrakeIT.this.heard.add("training of " + envelope.key());
		}

	}

}
