package studio.avatar.common.talk;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;

/**
 * One turn of a conversation: who is spoken with and why.
 *
 * @param locale language of the answer, {@code en} or {@code ru}
 * @param zone for the dates in it
 * @param messageId the message it answers; absent when it answers none
 * @param pressId the pressed button's callback query; absent when none was pressed
 * @param cause the reason of everything that is published in this turn
 */
public record Talk(long chatId, long userId, String locale, ZoneId zone, @Nullable Long messageId,
		@Nullable String pressId, Cause cause) {

	/** A turn begun by a pressed button, whose card can be turned into the answer. */
	public static Talk pressed(Envelope<?> envelope, ButtonPressed press) {
		return answering(press.origin(), press.pressId(), envelope.asCause());
	}

	/** A turn begun by a text, a photo or a command, answered by a new message. */
	public static Talk said(Envelope<?> envelope, Origin origin) {
		return answering(origin, null, envelope.asCause());
	}

	/** A turn that we begin. */
	public static Talk opening(long chatId, long userId, String locale, String timeZone, Cause cause) {
		return new Talk(chatId, userId, locale, zone(timeZone), null, null, cause);
	}

	private static Talk answering(Origin origin, @Nullable String pressId, Cause cause) {
		return new Talk(origin.chatId(), origin.userId(), origin.locale(), zone(origin.timeZone()), origin.messageId(),
				pressId, cause);
	}

	/**
	 * The card whose button was pressed, to be turned into the answer; absent: a new
	 * message.
	 */
	@Nullable Long replaces() {
		return (this.pressId != null) ? this.messageId : null;
	}

	/** The same turn, answered by a new message below. */
	public Talk below() {
		return new Talk(this.chatId, this.userId, this.locale, this.zone, null, this.pressId, this.cause);
	}

	/** A zone this Java does not know is no reason to say nothing. */
	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

}
