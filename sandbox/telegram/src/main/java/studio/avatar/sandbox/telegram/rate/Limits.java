package studio.avatar.sandbox.telegram.rate;

import java.time.Duration;

/**
 * How many new messages Telegram takes. It names about one a second in a chat, thirty a
 * second over all and twenty a minute in a group, and lets short bursts pass.
 *
 * @param perChat a private chat takes one for each such span
 * @param chatBurst so many at once after a silence
 * @param overallPerSecond in any second over all chats
 * @param groupPerMinute in any minute of a group
 */
public record Limits(Duration perChat, int chatBurst, int overallPerSecond, int groupPerMinute) {

	/** Telegram's numbers; how long a short burst is, is this simulator's own guess. */
	public static final Limits TELEGRAMS = new Limits(Duration.ofSeconds(1), 8, 30, 20);

	public Limits {
		if (!perChat.isPositive() || chatBurst < 1 || overallPerSecond < 1 || groupPerMinute < 1) {
			throw new IllegalArgumentException("a limit lets at least one message pass");
		}
	}

}
