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
		ArrayNode list = (ArrayNode) call.json("commands")
			.orElseThrow(() -> Refusal.badRequest("parameter \"commands\" is required"));
		if (list.size() > 100) {
			throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
		}
		list.forEach(Answering::refuseWrong);
		this.commands.set(scope(call), language(call), list);
		this.contacts.all()
			.forEach((contact) -> this.events.tell(contact.id(), "commands", this.commands.menuOf(contact)));
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

	private JsonNode get(Call call) {
		return this.commands.get(scope(call), language(call));
	}

	private static void refuseWrong(JsonNode command) {
		if (!command.path("command").asString("").matches("/?[a-z0-9_]{1,32}")) {
			throw Refusal.badRequest("BOT_COMMAND_INVALID");
		}
		int length = command.path("description").asString("").length();
		if (length < 1 || length > 256) {
			throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
		}
	}

	private static String scope(Call call) {
		return call.json("scope").map((scope) -> {
			String type = scope.path("type").asString("");
			return switch (type) {
				case "default", "all_private_chats" -> type;
				case "chat" -> "chat:" + scope.path("chat_id").asString("");
				default -> throw Refusal.badRequest("the simulator has private chats only, no scope \"" + type + "\"");
			};
		}).orElse("default");
	}

	private static String language(Call call) {
		String language = call.text("language_code").orElse("");
		if (!language.matches("([a-z]{2})?")) {
			throw Refusal.badRequest("invalid language code specified");
		}
		return language;
	}

}
