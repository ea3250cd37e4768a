package studio.avatar.console.parked;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value as people read it: JSON indented, with every number and every name as it
 * stands, anything else as it is.
 *
 * @param whole whether it is all of the value
 */
record PrettyJson(String text, boolean whole) {

	/** More is for a program: {@code /api/parked/…/value}. */
	private static final int LONGEST = 200_000;

	private static final JsonMapper EXACT = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	static PrettyJson of(String text) {
		try {
			return text.isBlank() ? beginning(text) : indented(read(text));
		}
		catch (JacksonException ex) {
			return beginning(text);
		}
	}

	/**
	 * Reads it without losing anything.
	 * @throws JacksonException when it is no JSON, or says the same name twice
	 */
	static JsonNode read(String text) {
		return EXACT.readTree(text);
	}

	private static PrettyJson beginning(String text) {
		return new PrettyJson(text.substring(0, Math.min(text.length(), LONGEST)), text.length() <= LONGEST);
	}

	/**
	 * Indenting can make a text a hundred times as long, so it is cut while it is
	 * written.
	 */
	private static PrettyJson indented(JsonNode value) {
		Beginning beginning = new Beginning();
		EXACT.writeValue(beginning, value);
		return new PrettyJson(beginning.kept.toString(), !beginning.more);
	}

	/** Keeps what comes first and forgets the rest. */
	private static final class Beginning extends Writer {

		private final StringWriter kept = new StringWriter();

		private boolean more;

		@Override
		public void write(char[] letters, int from, int length) {
			int room = LONGEST - this.kept.getBuffer().length();
			this.kept.write(letters, from, Math.min(room, length));
			this.more = this.more || length > room;
		}

		@Override
		public void flush() throws IOException {
			// nothing waits
		}

		@Override
		public void close() throws IOException {
			// nothing is open
		}

	}

}
