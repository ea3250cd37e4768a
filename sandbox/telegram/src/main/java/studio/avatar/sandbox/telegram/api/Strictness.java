package studio.avatar.sandbox.telegram.api;

import java.util.List;

import studio.avatar.sandbox.telegram.http.Parameters;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refuses what Telegram would silently drop and what this simulator does not do, so that
 * a typing error or a missing feature shows at once.
 */
final class Strictness {

	private final Specification specification;

	Strictness(Specification specification) {
		this.specification = specification;
	}

	/** Whether Telegram has that method, served here or not. */
	boolean knows(String method) {
		return this.specification.knowsMethod(method);
	}

	/** Checks the names and shapes of all parameters before the method sees them. */
	void check(ApiMethod method, Parameters parameters) {
		parameters.values().forEach((name, value) -> {
			refuseBrokenText(value);
			check(method, name);
			shape(method, name, value);
		});
		parameters.uploads().keySet().forEach((name) -> {
			if (!referenced(name, parameters)) {
				check(method, name);
			}
		});
	}

	/** The parameters as the journal shows them. */
	ObjectNode readable(String method, Parameters parameters) {
		ObjectNode readable = JsonMapper.shared().createObjectNode();
		parameters.values().forEach((name, value) -> readable.set(name, readable(method, name, value)));
		parameters.uploads().forEach((name, file) -> {
			readable.putObject(name).put("file", file.name()).put("bytes", file.content().length);
		});
		return readable;
	}

	private JsonNode readable(String method, String name, String value) {
		List<String> types = this.specification.parameterTypes(method, name);
		try {
			return (types.contains("String") && !value.matches("-?\\d{1,18}")) || types.equals(List.of("String"))
					? JsonMapper.shared().stringNode(value) : JsonMapper.shared().readTree(value);
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().stringNode(value);
		}
	}

	private void check(ApiMethod method, String name) {
		if (this.specification.parameterTypes(method.name(), name).isEmpty()) {
			throw Refusal.badRequest("Bot API 10.1 has no parameter \"" + name + "\" of " + method.name());
		}
		boolean marks = name.equals("parse_mode")
				&& (method.honoured().contains("entities") || method.honoured().contains("caption_entities"));
		if (!marks && !method.honoured().contains(name)) {
			throw Refusal.badRequest("the simulator does not serve \"" + name + "\" of " + method.name());
		}
	}

	private void shape(ApiMethod method, String name, String value) {
		List<String> types = this.specification.parameterTypes(method.name(), name);
		if (value.isEmpty() || types.contains("String") || types.contains("Boolean")) {
			return;
		}
		JsonNode json = parse(name, value);
		List<String> known = types.stream().filter(this.specification::knows).toList();
		List<String> complaints = (json.isArray() && known.size() > 1) ? ofElements(known, json)
				: this.specification.complaints(known, json);
		if (!complaints.isEmpty()) {
			throw Refusal.badRequest("can't parse " + name + ": " + complaints.getFirst());
		}
	}

	/**
	 * The elements of an album may be of several types, which the album itself then
	 * refuses with better words.
	 */
	private List<String> ofElements(List<String> arrays, JsonNode json) {
		List<String> elements = arrays.stream().map((type) -> type.replaceFirst("^Array of ", "")).toList();
		return json.valueStream()
			.flatMap((element) -> this.specification.complaints(elements, element).stream())
			.toList();
	}

	private static JsonNode parse(String name, String value) {
		try {
			return JsonMapper.shared().readTree(value);
		}
		catch (JacksonException ex) {
			throw Refusal.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
		}
	}

	private static boolean referenced(String name, Parameters parameters) {
		return parameters.values().values().stream().anyMatch((value) -> value.contains("attach://" + name));
	}

	private static void refuseBrokenText(String value) {
		if (value.codePoints().anyMatch((point) -> point >= 0xD800 && point <= 0xDFFF)) {
			throw Refusal.badRequest("strings must be encoded in UTF-8");
		}
	}

}
