package studio.avatar.sandbox.telegram.specification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Methods with their parameters and objects with their fields, as Bot API 10.1 has them;
 * only those served here.
 */
public final class Specification {

	private final JsonNode facts;

	private Specification(JsonNode facts) {
		this.facts = facts;
	}

	/**
	 * Reads the facts that lie beside this class.
	 */
	public static Specification load() {
		try (InputStream in = Specification.class.getResourceAsStream("bot-api-10.1.json")) {
			return new Specification(JsonMapper.shared().readTree(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Every method known here.
	 */
	public Set<String> methods() {
		return Set.copyOf(this.facts.path("methods").propertyNames());
	}

	/**
	 * The kinds of update there are.
	 */
	public Set<String> updateTypes() {
		return this.facts.path("objects")
			.path("Update")
			.propertyStream()
			.map(Map.Entry::getKey)
			.filter((name) -> !name.endsWith("!"))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether Bot API 10.1 has that method, in whatever letters, served here or not.
	 */
	public boolean knowsMethod(String method) {
		return List.of(this.facts.path("unserved").asString().split(" ")).stream().anyMatch(method::equalsIgnoreCase)
				|| methods().stream().anyMatch(method::equalsIgnoreCase);
	}

	/**
	 * Type names of a parameter; empty when the method has no such parameter.
	 */
	public List<String> parameterTypes(String method, String parameter) {
		return types(this.facts.path("methods").path(method), parameter);
	}

	/**
	 * Whether there are facts here about that type, or about the elements of that array.
	 */
	public boolean knows(String type) {
		String element = type.replaceAll("^(Array of )+", "");
		return Set.of("Integer", "Float", "Boolean", "String", "InputFile").contains(element)
				|| this.facts.path("objects").has(element) || this.facts.path("unions").has(element);
	}

	/**
	 * What is wrong with an object that is said to be of one of those types; empty when
	 * nothing is. An object of a type that is not known here is a complaint too.
	 */
	public List<String> complaints(Collection<String> types, JsonNode value) {
		List<String> first = new ArrayList<>();
		for (String type : resolve(types)) {
			List<String> complaints = complaints(type, value);
			if (complaints.isEmpty()) {
				return complaints;
			}
			if (first.isEmpty()) {
				first = complaints;
			}
		}
		return first;
	}

	private List<String> complaints(String type, JsonNode value) {
		return switch (type) {
			case "Integer" -> value.isIntegralNumber() ? List.of() : List.of("not an Integer: " + value);
			case "Float" -> value.isNumber() ? List.of() : List.of("not a Float: " + value);
			case "Boolean" -> value.isBoolean() ? List.of() : List.of("not a Boolean: " + value);
			case "String", "InputFile" -> value.isString() ? List.of() : List.of("not a String: " + value);
			default -> type.startsWith("Array of ") ? ofArray(type.substring("Array of ".length()), value)
					: ofObject(type, value);
		};
	}

	private List<String> ofArray(String elementType, JsonNode array) {
		if (!array.isArray()) {
			return List.of("not an Array of " + elementType + ": " + array);
		}
		return array.valueStream().flatMap((element) -> complaints(List.of(elementType), element).stream()).toList();
	}

	private List<String> ofObject(String type, JsonNode object) {
		JsonNode fields = this.facts.path("objects").path(type);
		if (!fields.isObject() || !object.isObject()) {
			return List.of((fields.isObject() ? "not a " : "no facts here about ") + type + ": " + object);
		}
		List<String> complaints = new ArrayList<>();
		fields.propertyStream()
			.map(Map.Entry::getKey)
			.filter((name) -> name.endsWith("!") && !object.has(name.substring(0, name.length() - 1)))
			.forEach((name) -> complaints.add(type + " lacks " + name.substring(0, name.length() - 1)));
		object.propertyStream().forEach((field) -> {
			List<String> types = types(fields, field.getKey());
			complaints.addAll(types.isEmpty() ? List.of(type + " has no field " + field.getKey())
					: complaints(types, field.getValue()));
		});
		return complaints;
	}

	private List<String> resolve(Collection<String> types) {
		return types.stream().flatMap((type) -> {
			JsonNode union = this.facts.path("unions").path(type);
			return union.isArray() ? union.valueStream().map(JsonNode::asString) : List.of(type).stream();
		}).toList();
	}

	private static List<String> types(JsonNode fields, String name) {
		JsonNode types = fields.has(name) ? fields.path(name) : fields.path(name + "!");
		return types.isString() ? List.of(types.asString().split("\\|")) : List.of();
	}

}
