package studio.avatar.sandbox.telegram.chat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the chats now: sent, edited and not deleted.
 */
public final class Chats implements Remembered {

	private final Map<Long, TreeMap<Long, ChatMessage>> messages = new ConcurrentHashMap<>();

	private final ChangeLog log;

	private final ChatEvents events;

	private final Bot bot;

	private final InstantSource clock;

	private long last;

	public Chats(ChangeLog log, ChatEvents events, Bot bot, InstantSource clock) {
		this.log = log;
		this.events = events;
		this.bot = bot;
		this.clock = clock;
	}

	/** The bot speaks. */
	public ChatMessage addFromBot(Chat chat, ObjectNode content) {
		return add(chat, this.bot.user(), content, true, null);
	}

	/** The bot asks for Stars. */
	public ChatMessage addInvoice(Chat chat, ObjectNode content, Bill bill) {
		return add(chat, this.bot.user(), content, true, bill);
	}

	/** The person speaks. */
	public ChatMessage addFromPerson(Contact contact, ObjectNode content) {
		return add(contact, contact.user(), content, false, null);
	}

	/** A person speaks in a room. */
	public ChatMessage addFromPerson(Room room, Contact person, ObjectNode content) {
		return add(room, person.user(), content, false, null);
	}

	private synchronized ChatMessage add(Chat chat, ObjectNode from, ObjectNode content, boolean fromBot,
			@Nullable Bill bill) {
		ObjectNode json = JsonMapper.shared().createObjectNode();
		json.put("message_id", ++this.last);
		if (chat instanceof Room room && room.kind() == Room.Kind.CHANNEL) {
			json.set("sender_chat", room.chat());
		}
		else {
			json.set("from", from);
		}
		json.set("chat", chat.chat());
		json.put("date", this.clock.instant().getEpochSecond());
		json.setAll(content);
		return keep(new ChatMessage(json, fromBot, 0, bill));
	}

	/** The message, if it still stands there. */
	public synchronized Optional<ChatMessage> find(long chatId, long messageId) {
		return Optional.ofNullable(chat(chatId).get(messageId));
	}

	/** Puts changed content in the place of a message. */
	public synchronized ChatMessage replace(ChatMessage old, ObjectNode json) {
		json.put("edit_date", this.clock.instant().getEpochSecond());
		return keep(new ChatMessage(json, old.fromBot(), old.editions() + 1, old.bill()));
	}

	/** An invoice is paid; for the bot it stays as it is. */
	public synchronized void settle(ChatMessage message) {
		Bill bill = (message.bill() != null) ? message.bill().settled() : null;
		keep(new ChatMessage(message.json(), message.fromBot(), message.editions(), bill));
	}

	/** Takes a message away. */
	public synchronized void delete(ChatMessage message) {
		chat(message.chatId()).remove(message.messageId());
		ObjectNode change = JsonMapper.shared()
			.createObjectNode()
			.put("chat", message.chatId())
			.put("deleted", message.messageId());
		this.log.append(kind(), change);
		this.events.tell(message.chatId(), "deleted", change);
	}

	/** The chat as it stands now, oldest first. */
	public synchronized List<ChatMessage> messages(long chatId) {
		return List.copyOf(chat(chatId).values());
	}

	/** Now, as this Telegram sees it. */
	public long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatMessage keep(ChatMessage message) {
		chat(message.chatId()).put(message.messageId(), message);
		this.log.append(kind(), message.asChange());
		this.events.tell(message.chatId(), "message", message.view());
		return message;
	}

	private TreeMap<Long, ChatMessage> chat(long chatId) {
		return this.messages.computeIfAbsent(chatId, (id) -> new TreeMap<>());
	}

	@Override
	public String kind() {
		return "message";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		this.last = Math.max(this.last, change.path("last").asLong(0));
		if (change.has("deleted")) {
			chat(change.path("chat").asLong()).remove(change.path("deleted").asLong());
		}
		else if (change instanceof ObjectNode json && json.has("message_id")) {
			ChatMessage message = ChatMessage.of(json);
			chat(message.chatId()).put(message.messageId(), message);
			this.last = Math.max(this.last, message.messageId());
		}
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		changes.accept(JsonMapper.shared().createObjectNode().put("last", this.last));
		this.messages.values()
			.forEach((chat) -> chat.values().forEach((message) -> changes.accept(message.asChange())));
	}

}
