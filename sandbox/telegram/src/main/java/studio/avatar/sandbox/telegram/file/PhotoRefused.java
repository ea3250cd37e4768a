package studio.avatar.sandbox.telegram.file;

/**
 * A picture that Telegram would not take as a photo; the message is Telegram's own word
 * for it.
 */
public final class PhotoRefused extends RuntimeException {

	PhotoRefused(String reason) {
		super(reason);
	}

}
