package studio.avatar.sandbox.telegram.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far each person has read their chat. The bot never learns it, as in Telegram.
 */
public final class ReadMarks implements Remembered {

	private final Map<Long, Long> marks = new ConcurrentHashMap<>();

	private final ChangeLog log;

	private final Chats chats;

	public ReadMarks(ChangeLog log, Chats chats) {
		this.log = log;
		this.chats = chats;
	}

	/** Marks everything up to that message as read; a mark never goes back. */
	void read(long personId, long messageId) {
		if (messageId > mark(personId)) {
			this.marks.merge(personId, messageId, Math::max);
			this.log.append(kind(), change(personId, messageId));
		}
	}

	/** How many messages of the bot the person has not seen. */
	long unread(long personId) {
		long mark = mark(personId);
		return this.chats.messages(personId)
			.stream()
			.filter(ChatMessage::fromBot)
			.filter((message) -> message.messageId() > mark)
			.count();
	}

	private long mark(long personId) {
		return this.marks.getOrDefault(personId, 0L);
	}

	@Override
	public String kind() {
		return "read";
	}

	@Override
	public void recall(JsonNode change) {
		this.marks.merge(change.path("person").asLong(), change.path("message").asLong(), Math::max);
	}

	@Override
	public void snapshot(Consumer<JsonNode> changes) {
		this.marks.forEach((person, message) -> changes.accept(change(person, message)));
	}

	private static JsonNode change(long personId, long messageId) {
		return JsonMapper.shared().createObjectNode().put("person", personId).put("message", messageId);
	}

}
