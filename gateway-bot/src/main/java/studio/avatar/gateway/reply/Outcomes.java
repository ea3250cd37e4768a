package studio.avatar.gateway.reply;

import java.util.Objects;

import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;

/** Reads an answer of Telegram as what it means for a delivery. */
final class Outcomes {

	private Outcomes() {
	}

	/** For a message that shall be gone, or at least have no buttons. */
	static Outcome removed(Answer<?> answer) {
		boolean over = answer instanceof Answer.Done || answer instanceof Answer.Refused<?> no
				&& (no.why() == Refusal.MESSAGE_GONE || no.why() == Refusal.NOT_MODIFIED);
		return over ? Outcome.Done.nothingToRemember() : notDone(answer);
	}

	/** For an answer that is not {@link Answer.Done}. */
	static Outcome notDone(Answer<?> answer) {
		return switch (answer) {
			case Answer.Done<?> done -> throw new IllegalStateException("it was done");
			case Answer.Lost<?>(String reason, boolean reached) -> new Outcome.Lost(reason, reached);
			case Answer.Refused<?> no when no.why() == Refusal.FLOOD ->
				new Outcome.Flood(Objects.requireNonNull(no.retryAfter()));
			case Answer.Refused<?> no when no.why() == Refusal.BLOCKED -> new Outcome.Unwanted();
			case Answer.Refused<?> no when no.why() == Refusal.MOVED && no.movedTo() != null ->
				new Outcome.Moved(no.movedTo());
			case Answer.Refused<?> no when no.why() == Refusal.UNAUTHORIZED ->
				new Outcome.Lost("Telegram does not know this bot: " + no.words(), false);
			case Answer.Refused<?> no -> new Outcome.Failed(no.words());
		};
	}

}
