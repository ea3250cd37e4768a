package studio.avatar.common.talk;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Reply.ShowCard;
import studio.avatar.common.contract.Reply.ShowToast;
import studio.avatar.common.contract.Reply.UpdateCard;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RepliesIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final Card CARD = Card.of(RichText.of("Here you are"));

	private static Probe probe;

	private final long chat = Probe.freshChat();

	private final Origin origin = new Origin(this.chat, this.chat, "en", "UTC", 42L);

	@BeforeAll
	static void start() {
		probe = Probe.start("replies", RepliesIT::answer);
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	/** Says everything there is to say. */
	private static void answer(Envelope<ChatEvent> envelope, Outbox outbox) {
		Replies replies = new Replies(outbox);
		Talk talk = switch (envelope.event()) {
			case ButtonPressed press -> Talk.pressed(envelope, press);
			case ChatEvent.CommandIssued command -> Talk.said(envelope, command.origin());
			default -> throw new IllegalStateException("not asked for here");
		};
		replies.show(talk, "screen", Screen.of(CARD).toast(toast(envelope.event())));
		replies.progress(talk, "progress", CARD);
		replies.update(talk, "progress", CARD);
		replies.remove(talk, "progress");
	}

	private static String toast(ChatEvent event) {
		return (event instanceof ButtonPressed press && press.action().equals("gallery:long")) ? "🇰🇿".repeat(51)
				: "Look";
	}

	@Test
	void moreWordsThanAToastHoldsEndBetweenCharacters() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, new ButtonPressed(this.origin, "gallery:long", "press"));

		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat, Reply.class)).first()
				.isEqualTo(new ShowToast(this.chat, "press", "🇰🇿".repeat(49) + "…", false)));
	}

	@Test
	void aPressIsAnsweredInPlaceAndWithWords() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, new ButtonPressed(this.origin, "gallery:open", "press"));

		awaitReplies(new ShowToast(this.chat, "press", "Look", false),
				new ShowCard(this.chat, "screen", 42L, CARD, null), new UpdateCard(this.chat, "progress", CARD, true),
				new UpdateCard(this.chat, "progress", CARD, false), new RemoveCard(this.chat, "progress"));
	}

	@Test
	void withoutAPressTheCardIsNewAndSaysWhatTheToastWould() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, new ChatEvent.CommandIssued(this.origin, "gallery", ""));

		awaitReplies(
				new ShowCard(this.chat, "screen", null,
						Card.of(RichText.of("Look").line().line().plain("Here you are")), null),
				new UpdateCard(this.chat, "progress", CARD, true), new UpdateCard(this.chat, "progress", CARD, false),
				new RemoveCard(this.chat, "progress"));
	}

	private void awaitReplies(Reply... expected) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat, Reply.class))
				.isEqualTo(List.of(expected)));
	}

}
