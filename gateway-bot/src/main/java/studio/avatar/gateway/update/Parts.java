package studio.avatar.gateway.update;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals a batch of updates out to those who work at the same time. All updates of a chat
 * are in one part, in their order. A chat that says very much at once has a part of its
 * own, so that nobody waits for it.
 */
final class Parts {

	/** Updates of one chat in one batch; people do not write that fast. */
	static final int FLOOD = 5;

	/**
	 * Chats that share a commit: fewer would cost more, more would wait for each other.
	 */
	private static final int CHATS = 16;

	private Parts() {
	}

	/**
	 * Deals.
	 * @param atOnce how many parts are worked for at the same time
	 */
	static List<List<Intake.RawUpdate>> of(List<Intake.RawUpdate> batch, int atOnce) {
		Map<Long, List<Intake.RawUpdate>> byChat = new LinkedHashMap<>();
		batch.forEach((update) -> byChat.computeIfAbsent(update.order(), (chat) -> new ArrayList<>()).add(update));
		List<List<Intake.RawUpdate>> parts = new ArrayList<>(
				byChat.values().stream().filter((chat) -> isFlood(chat)).toList());
		parts.addAll(dealt(byChat.values().stream().filter((chat) -> !isFlood(chat)).toList(), atOnce));
		return parts;
	}

	/** Whether a part is one chat that says very much at once. */
	static boolean isFlood(List<Intake.RawUpdate> part) {
		return part.size() > FLOOD && part.stream().mapToLong(Intake.RawUpdate::order).distinct().count() == 1;
	}

	private static Collection<List<Intake.RawUpdate>> dealt(List<List<Intake.RawUpdate>> chats, int atOnce) {
		int count = Math.min(atOnce, Math.ceilDiv(chats.size(), CHATS));
		Map<Integer, List<Intake.RawUpdate>> parts = new LinkedHashMap<>();
		for (int number = 0; number < chats.size(); number++) {
			parts.computeIfAbsent(number % count, (part) -> new ArrayList<>()).addAll(chats.get(number));
		}
		return parts.values();
	}

}
