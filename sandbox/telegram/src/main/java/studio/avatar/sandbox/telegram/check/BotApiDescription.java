package studio.avatar.sandbox.telegram.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All methods and types of the Bot API as a machine-readable description has them, which
 * nobody here wrote; it lies beside the project and not in it.
 */
final class BotApiDescription {

	private static final Path BESIDE_THE_PROJECT = Path.of("shared", "telegram", "api.json");

	private static final Set<String> PLAIN = Set.of("Integer", "Float", "Boolean", "String", "InputFile");

	private final JsonNode methods;

	private final JsonNode types;

	private final Map<String, Map<String, JsonNode>> fields = new HashMap<>();

	BotApiDescription(JsonNode description) {
		this.methods = description.path("methods");
		this.types = description.path("types");
	}

	/** Looks for it beside the folder that holds {@code mvnw}. */
	static Optional<BotApiDescription> find() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.exists(folder.resolve("mvnw"))) {
				Path description = folder.resolveSibling(BESIDE_THE_PROJECT);
				return Files.exists(description)
						? Optional.of(new BotApiDescription(JsonMapper.shared().readTree(description.toFile())))
						: Optional.empty();
			}
		}
		return Optional.empty();
	}

	boolean hasMethod(String method) {
		return this.methods.has(method);
	}

	/** What a call of that method gives. */
	List<String> returns(String method) {
		return texts(this.methods.path(method).path("returns"));
	}

	/** The parameters of a method by name. */
	Map<String, JsonNode> parameters(String method) {
		return fields("method " + method, this.methods.path(method));
	}

	static List<String> typesOf(JsonNode field) {
		return texts(field.path("types"));
	}

	static boolean isRequired(JsonNode field) {
		return field.path("required").asBoolean(false);
	}

	/** What is wrong with a value that is to be of one of those types. */
	List<String> complaints(List<String> wanted, JsonNode value) {
		return wanted.stream()
			.map((type) -> complaints(type, value))
			.min(Comparator.comparingInt(List::size))
			.orElse(List.of("of no type: " + value));
	}

	private List<String> complaints(String type, JsonNode value) {
		if (type.startsWith("Array of ")) {
			return ofArray(type.substring("Array of ".length()), value);
		}
		return PLAIN.contains(type) ? ofPlain(type, value) : ofObject(type, value);
	}

	private static List<String> ofPlain(String type, JsonNode value) {
		boolean right = switch (type) {
			case "Integer" -> value.isIntegralNumber();
			case "Float" -> value.isNumber();
			case "Boolean" -> value.isBoolean();
			case "String" -> value.isString();
			default -> value.has("file") && value.has("bytes");
		};
		return right ? List.of() : List.of("not of type " + type + ": " + value);
	}

	private List<String> ofArray(String element, JsonNode value) {
		if (!value.isArray()) {
			return List.of("no array of " + element + ": " + value);
		}
		return value.valueStream().flatMap((one) -> complaints(element, one).stream()).toList();
	}

	private List<String> ofObject(String name, JsonNode value) {
		JsonNode type = this.types.path(name);
		List<String> kinds = texts(type.path("subtypes"));
		if (!kinds.isEmpty()) {
			return complaints(kinds, value);
		}
		if (!type.isObject() || !value.isObject()) {
			return List.of((type.isObject() ? "no " : "nothing is known about ") + name + ": " + value);
		}
		return ofFields(name, fields(name, type), value);
	}

	private List<String> ofFields(String name, Map<String, JsonNode> fields, JsonNode value) {
		List<String> complaints = new ArrayList<>();
		fields.forEach((field, facts) -> {
			if (isRequired(facts) && !value.has(field)) {
				complaints.add(name + " lacks " + field);
			}
		});
		value.propertyStream().forEach((property) -> {
			JsonNode facts = fields.get(property.getKey());
			(facts != null ? complaints(typesOf(facts), property.getValue())
					: List.of(name + " has no field " + property.getKey()))
				.forEach((complaint) -> complaints.add(complaint));
		});
		return complaints;
	}

	private Map<String, JsonNode> fields(String name, JsonNode owner) {
		return this.fields.computeIfAbsent(name, (absent) -> {
			Map<String, JsonNode> found = new HashMap<>();
			owner.path("fields").forEach((field) -> found.put(field.path("name").asString(), field));
			return found;
		});
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
