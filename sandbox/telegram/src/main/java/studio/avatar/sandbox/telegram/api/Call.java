package studio.avatar.sandbox.telegram.api;

import java.util.Optional;

import studio.avatar.sandbox.telegram.http.Parameters;
import studio.avatar.sandbox.telegram.http.Upload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call of a method with its parameters in the types they should have.
 */
record Call(String method, Parameters parameters) {

	Optional<String> text(String name) {
		return this.parameters.value(name);
	}

	/**
	 * A text that has to be there.
	 * @throws Refusal when it is not
	 */
	String required(String name) {
		return text(name).orElseThrow(() -> Refusal.badRequest("parameter \"" + name + "\" is required"));
	}

	boolean flag(String name) {
		return text(name).map(String::strip).filter((value) -> value.matches("(?i)true|yes|1")).isPresent();
	}

	/**
	 * A whole number, brought into the range; anything else counts as the default, as
	 * Telegram sees it.
	 */
	long number(String name, long otherwise, long least, long most) {
		long number = text(name).flatMap(Call::parse).orElse(otherwise);
		return Math.clamp(number, least, most);
	}

	Optional<Long> number(String name) {
		return text(name).flatMap(Call::parse);
	}

	private static Optional<Long> parse(String value) {
		try {
			return Optional.of(Long.parseLong(value.strip()));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	/** A JSON-serialized object or list. */
	Optional<JsonNode> json(String name) {
		return text(name).map((value) -> {
			try {
				return JsonMapper.shared().readTree(value);
			}
			catch (JacksonException ex) {
				throw Refusal.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
			}
		});
	}

	Optional<Upload> upload(String name) {
		return this.parameters.upload(name);
	}

}
