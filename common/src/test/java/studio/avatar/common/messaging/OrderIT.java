package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.probe.Probe.Counts;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrderIT {

	private static final int EVENTS_PER_CHAT = 60;

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private final List<Long> chats = LongStream.range(0, 50).mapToObj((chat) -> Probe.freshChat()).toList();

	@Test
	void twoInstancesKeepTheOrderOfEveryChatAlsoWhenOneOfThemLeaves() {
		Probe second = Probe.start("in_order", OrderIT::answer);
		try (Probe first = Probe.start("in_order", OrderIT::answer)) {
			CompletableFuture<Void> speaking = CompletableFuture.runAsync(this::speak);
			int all = this.chats.size() * EVENTS_PER_CHAT;
			await().atMost(Duration.ofSeconds(60))
				.until(() -> first.counts().handled() > 50 && second.counts().handled() > 50
						&& sum(first, second).handled() > all / 3);

			second.close();

			await().atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(sum(first, second).handled()).isEqualTo(all));
			assertThat(speaking).isCompleted();
			await().untilAsserted(() -> assertThat(sum(first, second).balanced()).isTrue());
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.chats).allSatisfy((chat) -> assertThat(saidTo(chat))
					.isEqualTo(IntStream.range(0, EVENTS_PER_CHAT).mapToObj(Integer::toString).toList())));
		}
	}

	private void speak() {
		for (int i = 0; i < EVENTS_PER_CHAT; i++) {
			for (long chat : this.chats) {
				wire.publish(Topic.CHAT_GALLERY, chat, Probe.command(chat, "" + i));
			}
		}
	}

	private static void answer(Envelope<ChatEvent> envelope, Outbox outbox) {
		long chat = Long.parseLong(envelope.key());
		outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, Probe.commandOf(envelope)), envelope.asCause());
	}

	/** What the chat was told, an event that left twice taken once. */
	private static List<String> saidTo(long chat) {
		return wire.heard(Topic.CHAT_REPLIES, chat)
			.stream()
			.map((reply) -> new Said(reply.id(), ((RemoveCard) reply.event()).card()))
			.distinct()
			.map(Said::card)
			.toList();
	}

	private static Counts sum(Probe first, Probe second) {
		return first.counts().plus(second.counts());
	}

	private record Said(String id, String card) {
	}

}
