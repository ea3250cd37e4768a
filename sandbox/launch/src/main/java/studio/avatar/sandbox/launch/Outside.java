package studio.avatar.sandbox.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the environment already names of the world outside, and so what the sandbox need
 * not start. A variable that is set but blank counts as not set.
 *
 * @param variables the environment
 */
record Outside(Map<String, String> variables) {

	Outside {
		Map<String, String> given = new HashMap<>(variables);
		given.values().removeIf(String::isBlank);
		variables = Map.copyOf(given);
		if (variables.containsKey("TELEGRAM_API_URL") && !variables.containsKey("TELEGRAM_BOT_TOKEN")) {
			throw new SandboxException("TELEGRAM_API_URL is set, so TELEGRAM_BOT_TOKEN is needed too");
		}
	}

	boolean hasBroker() {
		return names("KAFKA_BROKERS");
	}

	boolean hasDatabase() {
		return names("DATABASE_URL");
	}

	boolean hasTelegram() {
		return names("TELEGRAM_API_URL", "TELEGRAM_BOT_TOKEN");
	}

	boolean hasFal() {
		return names("FAL_KEY", "FAL_QUEUE_URL", "FAL_REST_URL");
	}

	boolean hasLlm() {
		return names("LLM_BASE_URL", "LLM_API_KEY");
	}

	Optional<String> value(String variable) {
		return Optional.ofNullable(this.variables.get(variable));
	}

	/** Everything that is set under a name with that beginning. */
	Map<String, String> valuesOf(String beginning) {
		Map<String, String> values = new HashMap<>(this.variables);
		values.keySet().removeIf((name) -> !name.startsWith(beginning));
		return values;
	}

	private boolean names(String... anyOf) {
		return Stream.of(anyOf).anyMatch(this.variables::containsKey);
	}

}
