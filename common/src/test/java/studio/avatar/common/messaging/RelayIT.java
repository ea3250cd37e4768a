package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RelayIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private final List<Long> chats = LongStream.range(0, 20).mapToObj((chat) -> Probe.freshChat()).toList();

	private Probe probe;

	/** A service whose relay does nothing, as if it had been killed after its commits. */
	@BeforeEach
	void start() {
		this.probe = Probe.start("relays", (envelope, outbox) -> {
		});
		this.probe.bean(OutboxRelay.class).stop();
	}

	@AfterEach
	void stop() {
		this.probe.bean(OutboxRelay.class).start();
		this.probe.close();
	}

	@Test
	void severalRelaysAtOncePublishEachEventOnceAndInOrder() {
		int perChat = 100;
		IntStream.range(0, perChat).forEach((i) -> this.chats.forEach((chat) -> keep(chat, "" + i)));
		List<OutboxRelay> relays = Stream.generate(this::relay).limit(3).toList();

		relays.parallelStream().forEach(OutboxRelay::start);

		awaitEmptyOutbox();
		relays.forEach(OutboxRelay::stop);
		List<String> inOrder = IntStream.range(0, perChat).mapToObj(Integer::toString).toList();
		await().untilAsserted(
				() -> assertThat(this.chats).allSatisfy((chat) -> assertThat(saidTo(chat)).isEqualTo(inOrder)));
	}

	@Test
	void whatADeadInstanceHadCommittedIsSweptByTheNextOne() {
		long chat = this.chats.getFirst();
		keep(chat, "one");
		keep(chat, "two");

		Probe next = Probe.start("relays", (envelope, outbox) -> {
		});

		await().untilAsserted(() -> assertThat(saidTo(chat)).containsExactly("one", "two"));
		next.close();
	}

	@Test
	void anEventWhoseRelayDiedBeforeForgettingItLeavesAgainWithTheSameId() {
		long chat = this.chats.getFirst();
		keep(chat, "one");
		new TransactionTemplate(this.probe.bean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			int shard = OutboxRelay.shardOf("" + chat);
			new Waves(this.probe.bean(Publisher.class)).publish(rows().lock(shard, Set.of()));
			status.setRollbackOnly();
		});

		this.probe.bean(OutboxRelay.class).start();

		await().untilAsserted(() -> assertThat(saidTo(chat)).containsExactly("one", "one"));
		this.probe.bean(OutboxRelay.class).stop();
		assertThat(new HashSet<>(wire.heard(Topic.CHAT_REPLIES, chat).stream().map(Envelope::id).toList())).hasSize(1);
	}

	@Test
	void anEventTheBrokerRefusesHoldsUpOnlyItsOwnChat() {
		long stuck = this.chats.getFirst();
		long other = LongStream.range(stuck + 1, stuck + 1000)
			.filter((chat) -> OutboxRelay.shardOf("" + chat) == OutboxRelay.shardOf("" + stuck))
			.findFirst()
			.orElseThrow();
		IntStream.range(0, OutboxRows.BATCH + 1).forEach((i) -> keep(stuck, "" + i));
		database().sql("update outbox set topic = 'no/topic' where record_key = ?").param("" + stuck).update();
		keep(other, "through");

		this.probe.bean(OutboxRelay.class).start();

		await().untilAsserted(() -> assertThat(saidTo(other)).containsExactly("through"));
		this.probe.bean(OutboxRelay.class).stop();
		assertThat(database().sql("delete from outbox where record_key = ?").param("" + stuck).update())
			.isEqualTo(OutboxRows.BATCH + 1);
	}

	private OutboxRelay relay() {
		return new OutboxRelay(rows(), this.probe.bean(Publisher.class),
				new TransactionTemplate(this.probe.bean(PlatformTransactionManager.class)));
	}

	private OutboxRows rows() {
		return new OutboxRows(database(), ServiceName.GALLERY);
	}

	private JdbcClient database() {
		return this.probe.bean(JdbcClient.class);
	}

	private void keep(long chat, String card) {
		this.probe.inTransaction((outbox) -> outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, card),
				Cause.ofUpdate(chat).step(chat + "/" + card)));
	}

	private void awaitEmptyOutbox() {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(database().sql("select count(*) from outbox").query(Long.class).single())
				.isZero());
	}

	private static List<String> saidTo(long chat) {
		return wire.heard(Topic.CHAT_REPLIES, chat, RemoveCard.class).stream().map(RemoveCard::card).toList();
	}

}
