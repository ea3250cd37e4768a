package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Card;
import studio.avatar.gateway.reply.CardMessage.Kind;

/** How a card gets into the chat: edit, send, or send and take the old one away. */
sealed interface CardDecision {

	/** A new message. */
	record Send() implements CardDecision {
	}

	/** A new message; then the old one goes, since it cannot become what is wanted. */
	record Replace(long messageId) implements CardDecision {
	}

	/** A new message; the old one is not ours to edit, but shall keep no buttons. */
	record SendAndStrip(long messageId) implements CardDecision {
	}

	record EditText(long messageId) implements CardDecision {
	}

	record EditCaption(CardMessage message) implements CardDecision {
	}

	/** Puts another picture into the message, or the first one. */
	record EditMedia(CardMessage message) implements CardDecision {
	}

	/** Not worth a message. */
	record Nothing() implements CardDecision {
	}

	/**
	 * For a card that shall take the place of a message. A picture the person was given
	 * stays where it is: only its own card may change below it.
	 * @param replaces that message; absent for a card that begins anew
	 * @param known what we know of it; absent when nothing
	 */
	static CardDecision show(String card, Card wanted, @Nullable Long replaces, @Nullable CardMessage known) {
		if (replaces == null) {
			return new Send();
		}
		if (known == null) {
			return new SendAndStrip(replaces);
		}
		return (known.stays() && !known.card().equals(card)) ? new Send() : edit(wanted, known);
	}

	/**
	 * For a card that is there already.
	 * @param known the message that shows it; absent when none does
	 */
	static CardDecision update(Card wanted, @Nullable CardMessage known, boolean progress) {
		return (known != null) ? edit(wanted, known) : gone(progress);
	}

	/** When the message turns out to be gone. */
	static CardDecision gone(boolean progress) {
		return progress ? new Nothing() : new Send();
	}

	private static CardDecision edit(Card wanted, CardMessage known) {
		if (known.stays()) {
			return new EditCaption(known);
		}
		if (wanted.picture() == null) {
			return (known.kind() == Kind.TEXT) ? new EditText(known.messageId()) : new Replace(known.messageId());
		}
		return wanted.picture().sha256().equals(known.picture()) ? new EditCaption(known) : new EditMedia(known);
	}

}
