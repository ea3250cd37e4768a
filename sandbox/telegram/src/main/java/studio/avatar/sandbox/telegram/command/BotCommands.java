package studio.avatar.sandbox.telegram.command;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands a person is offered, by scope and language.
 */
public final class BotCommands implements Remembered {

	private final Map<String, ArrayNode> menus = new TreeMap<>();

	private final ChangeLog log;

	public BotCommands(ChangeLog log) {
		this.log = log;
	}

	/**
	 * Sets the commands of one scope and language; none takes them away.
	 * @param scope Telegram's word for it, with {@code :ID} of the chat and {@code :ID}
	 * of the person where it has them
	 * @param language two letters; empty for every language without its own
	 */
	public synchronized void set(String scope, String language, ArrayNode commands) {
		if (commands.isEmpty()) {
			this.menus.remove(scope + "/" + language);
		}
		else {
			this.menus.put(scope + "/" + language, commands);
		}
		this.log.append(kind(), change(scope + "/" + language, commands));
	}

	/** Exactly the commands set for that scope and language. */
	public synchronized ArrayNode get(String scope, String language) {
		return this.menus.getOrDefault(scope + "/" + language, JsonMapper.shared().createArrayNode());
	}

	/**
	 * What that person is offered: the closest scope first, in it the own language first.
	 */
	public synchronized ArrayNode menuOf(Contact contact) {
		String language = contact.languageCode().split("-", 2)[0];
		return Stream.of("chat:" + contact.id(), "all_private_chats", "default")
			.flatMap((scope) -> Stream.of(scope + "/" + language, scope + "/"))
			.map(this.menus::get)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(JsonMapper.shared()::createArrayNode);
	}

	@Override
	public String kind() {
		return "commands";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		if (change.path("commands").isEmpty()) {
			this.menus.remove(change.path("menu").asString());
		}
		else {
			this.menus.put(change.path("menu").asString(), (ArrayNode) change.path("commands"));
		}
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.menus.forEach((menu, commands) -> changes.accept(change(menu, commands)));
	}

	private static ObjectNode change(String menu, ArrayNode commands) {
		ObjectNode change = JsonMapper.shared().createObjectNode().put("menu", menu);
		change.set("commands", commands);
		return change;
	}

}
