package studio.avatar.console.parked;

import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for, and why.
 *
 * @param reason 1 to 500 characters
 * @param seen number of the newest retry the operator had before their eyes: a click that
 * was meant for what has been retried since is refused; absent means whatever is there
 * now
 */
record Wish(String operator, String reason, @Nullable Long seen) {

	private static final int LONGEST_REASON = 500;

	Wish {
		reason = PlainText.without0(reason).strip();
		if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
			throw new ParkedRefused("A reason of 1 to %d characters is needed.".formatted(LONGEST_REASON));
		}
	}

}
