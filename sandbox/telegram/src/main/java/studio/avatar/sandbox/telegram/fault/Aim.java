package studio.avatar.sandbox.telegram.fault;

import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault is meant for.
 *
 * @param method method name; absent means any
 * @param chatId the chat they speak to; absent means any
 * @param after so many of them pass before, 0 or more
 * @param times so many of them meet it, at least 1
 */
public record Aim(@Nullable String method, @Nullable Long chatId, int after, int times) {

	public Aim {
		if (after < 0 || times < 1) {
			throw new IllegalArgumentException("a fault meets at least one call, after 0 or more others");
		}
	}

	/** The next call of that method. */
	public static Aim next(String method) {
		return new Aim(method, null, 0, 1);
	}

	/** Every call until the faults are cleared. */
	public static Aim everything() {
		return new Aim(null, null, 0, Integer.MAX_VALUE);
	}

	/** Every call that speaks to that chat until the faults are cleared. */
	public static Aim everythingIn(long chatId) {
		return new Aim(null, chatId, 0, Integer.MAX_VALUE);
	}

	/** The same, but so many calls pass before. */
	public Aim after(int calls) {
		return new Aim(this.method, this.chatId, calls, this.times);
	}

	/** The same, but so many calls meet it. */
	public Aim times(int calls) {
		return new Aim(this.method, this.chatId, this.after, calls);
	}

	boolean means(String method, @Nullable Long chatId) {
		return (this.method == null || this.method.equalsIgnoreCase(method))
				&& (this.chatId == null || this.chatId.equals(chatId));
	}

}
