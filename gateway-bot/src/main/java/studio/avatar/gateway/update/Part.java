package studio.avatar.gateway.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Updates of a batch that are taken in together. All updates of a chat are in one part,
 * in their order.
 *
 * @param later they are only written down, and worked for where nobody waits but their
 * own chats
 */
record Part(List<Intake.RawUpdate> updates, boolean later) {

	/** Telegram gives no more at once: there are more, and we are behind. */
	static final int FULL = 100;

	/** Updates of one chat in one batch; people do not write that fast. */
	static final int FLOOD = 5;

	/**
	 * Chats that share a commit: fewer would cost more, more would wait for each other.
	 */
	private static final int CHATS = 16;

	/**
	 * Deals a batch out to those who work at the same time. A chat that says very much at
	 * once has a part of its own; a full batch is one part, so that what is to come is
	 * not kept waiting by what this one leads to.
	 * @param atOnce how many parts are worked for at the same time
	 */
	static List<Part> of(List<Intake.RawUpdate> batch, int atOnce) {
		if (batch.size() >= FULL) {
			return List.of(new Part(batch, true));
		}
		Map<Long, List<Intake.RawUpdate>> byChat = new LinkedHashMap<>();
		batch.forEach((update) -> byChat.computeIfAbsent(update.order(), (chat) -> new ArrayList<>()).add(update));
		List<Part> parts = new ArrayList<>();
		byChat.values().stream().filter(Part::isFlood).forEach((chat) -> parts.add(new Part(chat, true)));
		parts.addAll(dealt(byChat.values().stream().filter((chat) -> !isFlood(chat)).toList(), atOnce));
		return parts;
	}

	private static boolean isFlood(List<Intake.RawUpdate> chat) {
		return chat.size() > FLOOD;
	}

	private static List<Part> dealt(List<List<Intake.RawUpdate>> chats, int atOnce) {
		int count = Math.min(atOnce, Math.ceilDiv(chats.size(), CHATS));
		Map<Integer, List<Intake.RawUpdate>> parts = new LinkedHashMap<>();
		for (int number = 0; number < chats.size(); number++) {
			parts.computeIfAbsent(number % count, (part) -> new ArrayList<>()).addAll(chats.get(number));
		}
		return parts.values().stream().map((updates) -> new Part(updates, false)).toList();
	}

}
