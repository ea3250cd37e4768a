package studio.avatar.common.talk;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.text.Graphemes;

/** What chats are to see, kept in the running transaction until it is committed. */
public class Replies {

	private final Outbox outbox;

	Replies(Outbox outbox) {
		this.outbox = outbox;
	}

	/** Shows a card in place of the pressed one, else as a new message. */
	public void show(Talk talk, String name, Card card) {
		show(talk, name, card, null);
	}

	/** Shows a card and says what the next text or photo means. */
	public void show(Talk talk, String name, Card card, @Nullable Expectation expects) {
		say(talk, new Reply.ShowCard(talk.chatId(), name, talk.replaces(), card, expects));
	}

	/** Shows a screen. Its toast stands on the card when no button was pressed. */
	public void show(Talk talk, String name, Screen screen) {
		if (screen.toast() != null) {
			toast(talk, screen.toast());
		}
		show(talk, name, (talk.pressId() != null) ? screen.card() : screen.withToastOnCard());
	}

	/** Brings a card up to date wherever it is; sends it anew when it is gone. */
	public void update(Talk talk, String name, Card card) {
		say(talk, new Reply.UpdateCard(talk.chatId(), name, card, false));
	}

	/** Brings a card up to date as long as nothing newer waits. */
	public void progress(Talk talk, String name, Card card) {
		say(talk, new Reply.UpdateCard(talk.chatId(), name, card, true));
	}

	public void remove(Talk talk, String name) {
		say(talk, new Reply.RemoveCard(talk.chatId(), name));
	}

	/**
	 * Answers the press with words; nothing is said when no button was pressed.
	 * @param text shortened to what a toast can hold
	 */
	public void toast(Talk talk, String text) {
		if (talk.pressId() != null) {
			say(talk, new Reply.ShowToast(talk.chatId(), talk.pressId(),
					Graphemes.shorten(text, Reply.ShowToast.LONGEST_TEXT), false));
		}
	}

	private void say(Talk talk, Reply reply) {
		this.outbox.publish(Topic.CHAT_REPLIES, talk.chatId(), reply, talk.cause());
	}

}
