package studio.avatar.generation.reply;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Reply.ShowCard;
import studio.avatar.common.contract.Reply.ShowToast;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Outbox;

/**
 * Answers to what a person did: a pressed card turns into the next one, text and commands
 * are answered below.
 */
@Component
public class Answers {

	private final Outbox outbox;

	Answers(Outbox outbox) {
		this.outbox = outbox;
	}

	/** Turns the pressed card into this one. */
	public void edit(Envelope<ButtonPressed> press, String card, Card content) {
		edit(press, card, content, null);
	}

	/** Turns the pressed card into this one, and waits for an answer to it. */
	public void edit(Envelope<ButtonPressed> press, String card, Card content, @Nullable Expectation expects) {
		Origin origin = press.event().origin();
		say(press, origin, new ShowCard(origin.chatId(), card, origin.messageId(), content, expects));
	}

	/** Sends a new card. */
	public void send(Envelope<?> cause, Origin origin, String card, Card content) {
		send(cause, origin, card, content, null);
	}

	/** Sends a new card, and waits for an answer to it. */
	public void send(Envelope<?> cause, Origin origin, String card, Card content, @Nullable Expectation expects) {
		say(cause, origin, new ShowCard(origin.chatId(), card, null, content, expects));
	}

	/** Says something at the edge of the screen. */
	public void toast(Envelope<ButtonPressed> press, String text) {
		Origin origin = press.event().origin();
		say(press, origin, new ShowToast(origin.chatId(), press.event().pressId(), text, false));
	}

	private void say(Envelope<?> cause, Origin origin, Reply reply) {
		this.outbox.publish(Topic.CHAT_REPLIES, origin.chatId(), reply, cause.asCause());
	}

}
