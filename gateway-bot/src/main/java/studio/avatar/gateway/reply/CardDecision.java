package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;

/** How a card gets into the chat: edit, send, or send and take the old one away. */
sealed interface CardDecision {

	/** New messages. */
	record Send() implements CardDecision {
	}

	/** New messages; then the old ones go, since they cannot become what is wanted. */
	record Replace(CardMessage old) implements CardDecision {
	}

	/** New messages; the old one is not ours to edit, but shall keep no buttons. */
	record SendAndStrip(long messageId) implements CardDecision {
	}

	record EditText(long messageId) implements CardDecision {
	}

	record EditCaption(CardMessage message) implements CardDecision {
	}

	/** Puts another picture into the message, or the first one. */
	record EditMedia(CardMessage message) implements CardDecision {
	}

	/** A card of several messages becomes one of as many. */
	record EditEach(CardMessage messages) implements CardDecision {
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
	static CardDecision show(String card, CardShape wanted, @Nullable Long replaces, @Nullable CardMessage known) {
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
	static CardDecision update(CardShape wanted, @Nullable CardMessage known, boolean progress) {
		return (known != null) ? edit(wanted, known) : gone(progress);
	}

	/** When the message turns out to be gone. */
	static CardDecision gone(boolean progress) {
		return progress ? new Nothing() : new Send();
	}

	/** When it turns out that the picture cannot be shown. */
	static CardDecision withoutPicture(CardDecision decided, CardShape wanted) {
		return switch (decided) {
			case EditMedia(CardMessage known) -> edit(wanted, known);
			case EditEach(CardMessage known) -> edit(wanted, known);
			default -> decided;
		};
	}

	/** When some of its messages were sent anew already, since others were gone. */
	static CardDecision goingOn(CardDecision decided) {
		return (decided instanceof EditEach(CardMessage known)) ? new Replace(known) : decided;
	}

	private static CardDecision edit(CardShape wanted, CardMessage known) {
		if (known.stays()) {
			return wanted.fitsCaption() ? new EditCaption(known) : new SendAndStrip(known.messageId());
		}
		boolean losesPicture = known.picture() != null && wanted.picture() == null;
		if (losesPicture || wanted.messages() != known.all().size()) {
			return new Replace(known);
		}
		return (wanted.messages() > 1) ? new EditEach(known) : editOne(wanted, known);
	}

	private static CardDecision editOne(CardShape wanted, CardMessage known) {
		if (wanted.picture() == null) {
			return new EditText(known.messageId());
		}
		return wanted.picture().equals(known.picture()) ? new EditCaption(known) : new EditMedia(known);
	}

}
