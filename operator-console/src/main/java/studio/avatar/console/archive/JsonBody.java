package studio.avatar.console.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * A value that is JSON and that {@code jsonb} takes as well: the database refuses the
 * character with the code 0, half characters and numbers beyond its own, all of which
 * JSON allows.
 *
 * @param text the JSON as it was written
 * @param words words and numbers of its values
 */
record JsonBody(String text, Set<String> words) {

	private static final JsonFactory JSON = new JsonFactory();

	private static final int LARGEST_EXPONENT = 1_000;

	/** Absent when it is no such JSON. */
	static @Nullable JsonBody read(byte @Nullable [] value) {
		if (value == null) {
			return null;
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
			SearchedWords words = words(text);
			return (words != null) ? new JsonBody(text, words.all()) : null;
		}
		catch (CharacterCodingException | JacksonException ex) {
			return null;
		}
	}

	private static @Nullable SearchedWords words(String text) {
		SearchedWords words = new SearchedWords();
		int depth = 0;
		int roots = 0;
		try (JsonParser parser = JSON.createParser(text)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (!isKeepable(token, parser)) {
					return null;
				}
				if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
					words.add(parser.getString());
				}
				roots += (depth == 0) ? 1 : 0;
				depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			}
		}
		return (roots == 1) ? words : null;
	}

	private static boolean isKeepable(JsonToken token, JsonParser parser) {
		return switch (token) {
			case VALUE_STRING, PROPERTY_NAME -> isText(parser.getString());
			case VALUE_NUMBER_FLOAT -> isModest(parser.getString());
			default -> true;
		};
	}

	private static boolean isText(String text) {
		return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	private static boolean isModest(String number) {
		int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
		return exponent < 0 || (number.length() - exponent < 7
				&& Math.abs(Integer.parseInt(number.substring(exponent + 1))) <= LARGEST_EXPONENT);
	}

}
