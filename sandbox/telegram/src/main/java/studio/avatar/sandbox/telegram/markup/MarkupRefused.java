package studio.avatar.sandbox.telegram.markup;

/**
 * A marked text that Telegram would not take; the message is Telegram's own.
 */
public final class MarkupRefused extends RuntimeException {

	MarkupRefused(String reason) {
		super(reason);
	}

}
