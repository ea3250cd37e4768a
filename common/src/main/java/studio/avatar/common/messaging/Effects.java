package studio.avatar.common.messaging;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayEffects.PaidCall;

/**
 * What a handler leads to outside its own tables, noted while it handles a replayed
 * record. Whoever says an event, moves credits, speaks to a chat or begins a paid call
 * notes it here; while nothing is replayed a note is nothing.
 *
 * <p>
 * Bound to the thread that handles, for exactly as long as the handler runs.
 */
public final class Effects {

	private static final ScopedValue<Effects> NOTED = ScopedValue.newInstance();

	private final String replayId;

	private final boolean rebuilding;

	private final Map<String, Integer> events = new TreeMap<>();

	private final Map<String, Integer> paidCalls = new TreeMap<>();

	private final Set<Long> chats = new TreeSet<>();

	private long held;

	private long moved;

	private Effects(String replayId, boolean rebuilding) {
		this.replayId = replayId;
		this.rebuilding = rebuilding;
	}

	/** Notes what the handler leads to. */
	static ReplayEffects of(String replayId, Runnable handler) {
		return during(new Effects(replayId, false), handler);
	}

	/** Lets the handler lead to nothing: what it says is dropped. */
	static void without(String replayId, Runnable handler) {
		during(new Effects(replayId, true), handler);
	}

	private static ReplayEffects during(Effects effects, Runnable handler) {
		ScopedValue.where(NOTED, effects).run(handler);
		return effects.noted();
	}

	/** Whether a projection is being filled again, so that nothing may be said. */
	public static boolean isRebuilding() {
		return NOTED.isBound() && NOTED.get().rebuilding;
	}

	/** The replay on whose behalf a handler runs; absent when it is none. */
	static @Nullable String replayId() {
		return NOTED.isBound() ? NOTED.get().replayId : null;
	}

	/** Credits are set aside. */
	public static void holds(long credits) {
		if (NOTED.isBound()) {
			NOTED.get().held += credits;
		}
	}

	/** Credits are taken, given or given back. */
	public static void moves(long credits) {
		if (NOTED.isBound()) {
			NOTED.get().moved += credits;
		}
	}

	/** A chat is spoken to. */
	public static void speaksTo(long chatId) {
		if (NOTED.isBound()) {
			NOTED.get().chats.add(chatId);
		}
	}

	/**
	 * A call to a provider that costs money is begun.
	 * @param kind of work, {@code training} or {@code generation}
	 * @throws IllegalStateException while a projection is filled again: nothing may be
	 * paid for then
	 */
	public static void beginsPaidCall(String kind) {
		if (isRebuilding()) {
			throw new IllegalStateException("a rebuild may not begin a paid " + kind);
		}
		if (NOTED.isBound()) {
			NOTED.get().paidCalls.merge(kind, 1, Integer::sum);
		}
	}

	/**
	 * An event is said. A release is noted without its credits, which it does not tell.
	 */
	static void says(String type, Object event) {
		if (!NOTED.isBound()) {
			return;
		}
		NOTED.get().events.merge(type, 1, Integer::sum);
		switch (event) {
			case HoldCredits hold -> holds(hold.amount());
			case CaptureCredits capture -> moves(capture.amount());
			case Reply reply -> speaksTo(chatOf(reply));
			default -> {
				// says all by its type
			}
		}
	}

	private static long chatOf(Reply reply) {
		return switch (reply) {
			case Reply.ShowCard show -> show.chatId();
			case Reply.UpdateCard update -> update.chatId();
			case Reply.RemoveCard remove -> remove.chatId();
			case Reply.ShowToast toast -> toast.chatId();
			case Reply.ShowPictures pictures -> pictures.chatId();
			case Reply.SendFile file -> file.chatId();
			case Reply.ShowActivity activity -> activity.chatId();
			case Reply.Unrecognized newer -> throw new IllegalArgumentException(newer.type() + " cannot be said");
		};
	}

	private ReplayEffects noted() {
		return new ReplayEffects(
				this.events.entrySet()
					.stream()
					.map((event) -> new EventCount(event.getKey(), event.getValue()))
					.toList(),
				this.held, this.moved, this.chats.stream().toList(),
				this.paidCalls.entrySet()
					.stream()
					.map((call) -> new PaidCall(call.getKey(), call.getValue()))
					.toList());
	}

}
