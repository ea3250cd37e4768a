package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.OperatorCommand.LetKeyOn;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A consumer whose records of a key wait behind a parked one. */
class WaitingIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final List<String> handled = new CopyOnWriteArrayList<>();

	private static final Set<String> broken = ConcurrentHashMap.newKeySet();

	private static Probe probe;

	private final long chat = Probe.freshChat();

	@BeforeAll
	static void start() {
		probe = Probe.start("waiting", new InOrder());
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	@AfterEach
	void mend() {
		broken.clear();
		try (BrokerAdmin admin = new BrokerAdmin(Backing.shared().kafkaBrokers())) {
			admin.setLimitsOfTheCatalogue(ServiceName.GALLERY);
		}
	}

	@Test
	void laterRecordsOfAKeyWaitBehindTheParkedOneAndOtherKeysGoOn() {
		headIsParked();

		presses("second");
		presses(Probe.freshChat(), "another's");

		await().until(() -> handled.contains("another's"));
		await().until(() -> parked().size() == 2);
		ConsumerRecord<byte[], byte[]> head = parked().getFirst();
		ConsumerRecord<byte[], byte[]> waiting = parked().getLast();
		assertThat(Wire.header(waiting, Headers.PARKED_CAUSE)).isEqualTo(WaitsBehindParked.class.getName());
		assertThat(Wire.header(waiting, Headers.PARKED_MESSAGE)).isEqualTo("waits behind " + placeOf(head));
		assertThat(handledHere()).isEmpty();
	}

	@Test
	void handledInAReplayTheParkedOneLetsItsKeyOn() {
		headIsParked();
		presses("second");
		await().until(() -> parked().size() == 2);
		broken.clear();

		ReplayOutcome head = redeliver(parked().getFirst(), "first");
		ReplayOutcome second = redeliver(parked().getLast(), "second");
		presses("third");

		assertThat(List.of(head, second)).extracting(ReplayOutcome::result).containsOnly(Result.HANDLED);
		await().until(() -> handledHere().equals(List.of("first", "second", "third")));
	}

	@Test
	void asLongAsItFailsInTheReplayItsKeyWaits() {
		headIsParked();

		ReplayOutcome outcome = redeliver(parked().getFirst(), "first");
		presses("second");

		assertThat(outcome.result()).isEqualTo(Result.FAILED);
		await().until(() -> parked().size() == 2);
	}

	@Test
	void whatWaitsCannotBeReplayedBeforeWhatItWaitsFor() {
		headIsParked();
		presses("second");
		await().until(() -> parked().size() == 2);

		ReplayOutcome outcome = redeliver(parked().getLast(), "second");

		assertThat(outcome.result()).isEqualTo(Result.FAILED);
		assertThat(outcome.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message())
				.isEqualTo("waits behind " + placeOf(parked().getFirst())));
	}

	@Test
	void liveRecordsWaitUntilAllThatWaitedBeforeThemAreHandled() {
		headIsParked();
		presses("second");
		await().until(() -> parked().size() == 2);
		broken.clear();
		redeliver(parked().getFirst(), "first");

		presses("third");

		await().until(() -> parked().size() == 3);
		assertThat(Wire.header(parked().getLast(), Headers.PARKED_MESSAGE))
			.isEqualTo("waits behind " + placeOf(parked().get(1)));
		assertThat(handledHere()).containsExactly("first");
	}

	@Test
	void aLateWordAboutOneRecordDoesNotLetTheKeyPastAnother() {
		headIsParked();

		wire.publish(Topic.OPERATOR_COMMANDS, ServiceName.GALLERY,
				new LetKeyOn(Probe.CONSUMER, String.valueOf(this.chat), "chat.gallery-0@1", "olga"));
		presses("second");

		await().until(() -> parked().size() == 2);
		assertThat(waitingKeys()).isEqualTo(2);
	}

	@Test
	void anOperatorWhoDiscardsTheParkedOneLetsItsKeyOn() {
		headIsParked();

		wire.publish(Topic.OPERATOR_COMMANDS, ServiceName.GALLERY,
				new LetKeyOn(Probe.CONSUMER, String.valueOf(this.chat), placeOf(parked().getFirst()), "olga"));
		await().until(() -> waitingKeys() == 0);
		presses("second");

		await().until(() -> handledHere().equals(List.of("second")));
	}

	@Test
	void cutOffBeforeItIsParkedARecordDoesNotWaitBehindItself() {
		try (BrokerAdmin admin = new BrokerAdmin(Backing.shared().kafkaBrokers())) {
			admin.setLargestRecord("gallery.parked", 10);
		}
		broken.add(this.chat + " first");
		presses("first");
		await().until(() -> waitingKeys() == 1);

		broken.clear();
		presses("second");

		await().atMost(Duration.ofSeconds(30)).until(() -> handledHere().equals(List.of("first", "second")));
		assertThat(waitingKeys()).isZero();
	}

	private void headIsParked() {
		broken.add(this.chat + " first");
		presses("first");
		await().until(() -> parked().size() == 1);
	}

	private void presses(String command) {
		presses(this.chat, command);
	}

	private static void presses(long chat, String command) {
		wire.publish(Topic.CHAT_GALLERY, chat, Probe.command(chat, command));
	}

	private ReplayOutcome redeliver(ConsumerRecord<byte[], byte[]> parked, String command) {
		return Replays.run(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY)
			.outcomeOf(this.chat, Probe.command(this.chat, command), String.valueOf(Wire.header(parked, Headers.ID)),
					Map.of(Headers.REPLAY_OF, placeOf(parked)));
	}

	private static String placeOf(ConsumerRecord<byte[], byte[]> parked) {
		return "%s-%s@%s".formatted(Wire.header(parked, Headers.PARKED_TOPIC),
				Wire.header(parked, Headers.PARKED_PARTITION), Wire.header(parked, Headers.PARKED_OFFSET));
	}

	private List<ConsumerRecord<byte[], byte[]>> parked() {
		return wire.raw("gallery.parked")
			.stream()
			.filter((record) -> record.key() != null && new String(record.key()).equals("" + this.chat))
			.toList();
	}

	private int waitingKeys() {
		return probe.bean(JdbcClient.class)
			.sql("select count(*) from parked_key where record_key = ?")
			.param(String.valueOf(this.chat))
			.query(Integer.class)
			.single();
	}

	private List<String> handledHere() {
		return handled.stream()
			.filter((told) -> told.startsWith(this.chat + " "))
			.map((told) -> told.substring(told.indexOf(' ') + 1))
			.toList();
	}

	private static final class InOrder implements Probe.Behaviour {

		@Override
		public boolean inOrder() {
			return true;
		}

		@Override
		public void on(Envelope<ChatEvent> envelope, Outbox outbox) {
			String told = envelope.key() + ' ' + Probe.commandOf(envelope);
			if (broken.contains(told)) {
				throw new PermanentFailure("broken");
			}
			handled.add(Probe.commandOf(envelope).equals("another's") ? "another's" : told);
		}

	}

}
