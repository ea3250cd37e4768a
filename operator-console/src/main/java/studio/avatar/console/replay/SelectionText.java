package studio.avatar.console.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, as a page says it. */
final class SelectionText {

	/** Of what is named one by one. */
	private static final int MOST = 200;

	private static final Map<String, String> NAMES = Map.of("topics", "Topics", "types", "Types", "chat",
			"Chat or other key", "correlationId", "Correlation id", "eventId", "Event id", "from", "From", "to",
			"Before", "text", "Words in the event", "records", "Exactly these", "parked", "Parked records");

	private SelectionText() {
	}

	/** Each thing that was said of the records, by its name on the page. */
	static Map<String, String> of(String selection) {
		Map<String, String> said = new LinkedHashMap<>();
		JsonMapper.shared()
			.readTree(selection)
			.properties()
			.forEach((part) -> said.put(NAMES.getOrDefault(part.getKey(), "Offsets"), text(part.getValue())));
		return said;
	}

	private static String text(JsonNode value) {
		if (value.isObject()) {
			return "%s-%s, %s to %s".formatted(value.path("topic").asString(), value.path("partition").asString(),
					value.path("from").asString(), end(value.path("to")));
		}
		return value.isArray() ? text(value.valueStream().map(JsonNode::asString).toList()) : value.asString();
	}

	private static String end(JsonNode to) {
		return (to.asLong() == Long.MAX_VALUE) ? "the end" : to.asString();
	}

	private static String text(List<String> values) {
		String first = values.stream().limit(MOST).collect(Collectors.joining(", "));
		return (values.size() > MOST) ? "%s and %,d more".formatted(first, values.size() - MOST) : first;
	}

}
