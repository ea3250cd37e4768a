package studio.avatar.sandbox.telegram.web;

import java.util.List;

import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.command.BotCommands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page draws: the list of people, and one chat as far back as is asked for.
 */
final class ChatViews {

	private final Bot bot;

	private final Contacts contacts;

	private final Chats chats;

	private final BotCommands commands;

	private final ReadMarks marks;

	ChatViews(Bot bot, Contacts contacts, Chats chats, BotCommands commands, ReadMarks marks) {
		this.bot = bot;
		this.contacts = contacts;
		this.chats = chats;
		this.commands = commands;
		this.marks = marks;
	}

	/** Everybody, each with the newest message and how many are unread. */
	ArrayNode people() {
		ArrayNode people = JsonMapper.shared().createArrayNode();
		this.contacts.all().forEach((contact) -> people.add(row(contact)));
		return people;
	}

	private ObjectNode row(Contact contact) {
		ObjectNode row = person(contact).put("unread", this.marks.unread(contact.id()));
		List<ChatMessage> messages = this.chats.messages(contact.id());
		return messages.isEmpty() ? row : row.set("last", messages.getLast().view());
	}

	/** The person as the page knows them. */
	static ObjectNode person(Contact contact) {
		return contact.user().put("blocked", contact.blocked());
	}

	/**
	 * A chat from its newer end.
	 * @param limit how many messages at most
	 * @param before only messages older than this one
	 */
	ObjectNode chat(Contact contact, int limit, long before) {
		List<ChatMessage> messages = this.chats.messages(contact.id())
			.stream()
			.filter((message) -> message.messageId() < before)
			.toList();
		int left = Math.max(0, messages.size() - limit);
		ObjectNode chat = JsonMapper.shared().createObjectNode();
		chat.set("bot", this.bot.user());
		chat.set("person", person(contact));
		chat.set("commands", this.commands.menuOf(contact));
		chat.set("messages", array(messages.subList(left, messages.size())));
		return chat.put("more", left > 0);
	}

	/** Every message of a chat. */
	JsonNode messages(long id) {
		return array(this.chats.messages(id));
	}

	private static ArrayNode array(List<ChatMessage> messages) {
		ArrayNode array = JsonMapper.shared().createArrayNode();
		messages.stream().map(ChatMessage::view).forEach(array::add);
		return array;
	}

}
