package studio.avatar.sandbox.telegram.api;

import java.util.List;
import java.util.stream.Stream;

import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.command.BotProfile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The methods with which the bot says what it is called and what it is for.
 */
final class Introducing {

	/**
	 * Something the bot says about itself.
	 *
	 * @param method what stands behind {@code getMy} and {@code setMy}
	 * @param most characters
	 */
	private record Field(String method, String name, int most, String otherwise, String refusal) {
	}

	private final List<Field> fields;

	private final BotProfile profile;

	Introducing(Bot bot, BotProfile profile) {
		this.profile = profile;
		this.fields = List.of(new Field("Name", "name", 64, bot.name(), "BOT_TITLE_INVALID"),
				new Field("Description", "description", 512, "", "BOT_DESCRIPTION_INVALID"),
				new Field("ShortDescription", "short_description", 120, "", "BOT_ABOUT_INVALID"));
	}

	List<ApiMethod> methods() {
		return this.fields.stream()
			.flatMap((field) -> Stream.of(
					ApiMethod.of("getMy" + field.method(), (call) -> get(call, field), "language_code"),
					ApiMethod.of("setMy" + field.method(), (call) -> set(call, field), field.name(), "language_code")))
			.toList();
	}

	private JsonNode get(Call call, Field field) {
		return JsonMapper.shared()
			.createObjectNode()
			.put(field.name(), this.profile.get(field.name(), Answering.language(call), field.otherwise()));
	}

	private JsonNode set(Call call, Field field) {
		String text = call.text(field.name()).orElse("").strip();
		if (text.codePointCount(0, text.length()) > field.most()) {
			throw Refusal.badRequest(field.refusal());
		}
		this.profile.set(field.name(), Answering.language(call), text);
		return JsonNodeFactory.instance.booleanNode(true);
	}

}
