package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.probe.Probe.Counts;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.DatabaseServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AbsentDatabaseIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final List<String> attempts = new CopyOnWriteArrayList<>();

	private static DatabaseServer postgres;

	private static Probe probe;

	private final long chat = Probe.freshChat();

	@BeforeAll
	static void start() {
		postgres = Backing.anotherDatabase();
		probe = Probe.start(Backing.shared().kafkaBrokers(), postgres.database("gallery"), AbsentDatabaseIT::answer,
				Map.of("spring.datasource.hikari.connection-timeout", "300"), (context) -> {
				});
	}

	@AfterAll
	static void stop() {
		probe.close();
		postgres.close();
	}

	/** "cut" meets the death of the database in the middle of its transaction. */
	private static void answer(Envelope<ChatEvent> envelope, Outbox outbox) {
		long chat = Long.parseLong(envelope.key());
		String command = Probe.commandOf(envelope);
		if (attempts.add(command) && command.equals("cut") && attempts.stream().filter("cut"::equals).count() == 1) {
			postgres.kill();
		}
		outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, command), envelope.asCause());
	}

	/**
	 * An attempt fails soon here, so that the absence lasts longer than all the retries
	 * that a bug would get.
	 */
	@Test
	void aDatabaseThatIsAwayLosesNothingAndParksNothing() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "cut"));
		List<String> later = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
		later.forEach((command) -> wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, command)));
		await().until(() -> attempts.contains("cut"));
		await().pollDelay(Duration.ofSeconds(8)).until(() -> true);

		postgres.restart();

		await().atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(probe.counts()).isEqualTo(new Counts(21, 21, 0, 0, 0)));
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat, RemoveCard.class))
				.extracting(RemoveCard::card)
				.startsWith("cut")
				.containsSubsequence(later)
				.hasSize(21));
	}

	@Test
	void replayedRecordsWaitForTheirDatabaseAndEachHasOneOutcome() {
		Replays replay = Replays.run(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY);
		postgres.kill();
		for (int i = 0; i < 5; i++) {
			replay.send(this.chat, Probe.command(this.chat, "replayed " + i), UUID.randomUUID().toString(), Map.of());
		}
		await().during(Duration.ofSeconds(3)).until(() -> replay.outcomes().isEmpty());

		postgres.restart();

		await().atMost(Duration.ofSeconds(40)).until(() -> replay.outcomes().size() >= 5);
		assertThat(replay.outcomes()).extracting(ReplayOutcome::result).containsOnly(Result.HANDLED).hasSize(5);
	}

}
