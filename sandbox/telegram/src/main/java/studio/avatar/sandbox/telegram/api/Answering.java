package studio.avatar.sandbox.telegram.api;

import java.util.List;

import studio.avatar.sandbox.telegram.callback.Presses;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.command.BotCommands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Answers to button presses, and the command menus.
 */
final class Answering {

	private static final int LONGEST_ANSWER = 200;

	private final Presses presses;

	private final BotCommands commands;

	private final Contacts contacts;

	private final ChatEvents events;

	Answering(Presses presses, BotCommands commands, Contacts contacts, ChatEvents events) {
		this.presses = presses;
		this.commands = commands;
		this.contacts = contacts;
		this.events = events;
	}

	List<ApiMethod> methods() {
		return List.of(
				ApiMethod.of("answerCallbackQuery", this::answer, "callback_query_id", "text", "show_alert",
						"cache_time"),
				ApiMethod.of("setMyCommands", this::set, "commands", "scope", "language_code"),
				ApiMethod.of("deleteMyCommands", this::delete, "scope", "language_code"),
				ApiMethod.of("getMyCommands", this::get, "scope", "language_code"));
	}

	private JsonNode answer(Call call) {
		String text = call.text("text").map(String::strip).filter((words) -> !words.isEmpty()).orElse(null);
		if (text != null && text.length() > LONGEST_ANSWER) {
			throw Refusal.badRequest("MESSAGE_TOO_LONG");
		}
		this.presses.answer(call.text("callback_query_id").orElse(""), text, call.flag("show_alert"))
			.orElseThrow(
					() -> Refusal.badRequest("query is too old and response timeout expired or query ID is invalid"));
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

	private JsonNode set(Call call) {
		JsonNode list = call.json("commands").orElseGet(JsonMapper.shared()::createArrayNode);
		if (list.size() > 100) {
			throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
		}
		ArrayNode commands = JsonMapper.shared().createArrayNode();
		list.forEach((command) -> commands.add(checked(command)));
		return keep(call, commands);
	}

	private JsonNode delete(Call call) {
		return keep(call, JsonMapper.shared().createArrayNode());
	}

	/** No commands are the same as never having set any. */
	private JsonNode keep(Call call, ArrayNode commands) {
		this.commands.set(scope(call), language(call), commands);
		this.contacts.all()
			.forEach((contact) -> this.events.tell(contact.id(), "commands", this.commands.menuOf(contact)));
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

	private JsonNode get(Call call) {
		return this.commands.get(scope(call), language(call));
	}

	private static JsonNode checked(JsonNode given) {
		String command = given.path("command").asString("").strip().replaceFirst("^/", "");
		String description = given.path("description").asString("").strip();
		if (command.isEmpty()) {
			throw Refusal.badRequest("command must be non-empty");
		}
		if (command.length() > 32) {
			throw Refusal.badRequest("command length must not exceed 32");
		}
		if (!command.matches("[a-z0-9_]+")) {
			throw Refusal.badRequest("BOT_COMMAND_INVALID");
		}
		if (description.isEmpty()) {
			throw Refusal.badRequest("command description must be non-empty");
		}
		if (description.codePointCount(0, description.length()) > 256) {
			throw Refusal.badRequest("command description length must not exceed 256");
		}
		return JsonMapper.shared().createObjectNode().put("command", command).put("description", description);
	}

	private static String scope(Call call) {
		return call.json("scope").map((scope) -> {
			String type = scope.path("type").asString("");
			String chat = ":" + scope.path("chat_id").asString("");
			return switch (type) {
				case "default", "all_private_chats", "all_group_chats", "all_chat_administrators" -> type;
				case "chat", "chat_administrators" -> type + chat;
				case "chat_member" -> type + chat + ":" + scope.path("user_id").asString("");
				default -> throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
			};
		}).orElse("default");
	}

	static String language(Call call) {
		String language = call.text("language_code").orElse("");
		if (!language.matches("([a-z]{2})?")) {
			throw Refusal.badRequest("invalid language code specified");
		}
		return language;
	}

}
