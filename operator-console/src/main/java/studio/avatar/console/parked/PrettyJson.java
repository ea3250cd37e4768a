package studio.avatar.console.parked;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as people read it. */
final class PrettyJson {

	private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private PrettyJson() {
	}

	/** Indented; as it is when it is no JSON. */
	static String of(String text) {
		try {
			return text.isBlank() ? text : PRETTY.writeValueAsString(PRETTY.readTree(text));
		}
		catch (JacksonException ex) {
			return text;
		}
	}

}
