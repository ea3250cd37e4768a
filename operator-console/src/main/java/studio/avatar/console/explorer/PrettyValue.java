package studio.avatar.console.explorer;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.console.archive.ArchivedRecord;

/**
 * A value as people read it: JSON indented, anything else as bytes beside their letters.
 *
 * @param cut whether only its beginning is shown
 */
record PrettyValue(String text, boolean json, boolean cut) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final int LONGEST_TEXT = 200_000;

	private static final int MOST_BYTES = 4_096;

	private static final int BYTES_A_LINE = 16;

	static PrettyValue of(ArchivedRecord record) {
		byte[] value = record.value();
		if (value == null) {
			return new PrettyValue("", false, false);
		}
		return (record.body() != null) ? json(new String(value, StandardCharsets.UTF_8)) : bytes(value);
	}

	private static PrettyValue json(String text) {
		BoundedText pretty = new BoundedText(LONGEST_TEXT);
		try {
			JSON.writeValue(pretty, JSON.readTree(text));
			return new PrettyValue(pretty.toString(), true, false);
		}
		catch (JacksonException ex) {
			return new PrettyValue(pretty.toString(), true, true);
		}
	}

	private static PrettyValue bytes(byte[] value) {
		int shown = Math.min(value.length, MOST_BYTES);
		String lines = IntStream.iterate(0, (from) -> from < shown, (from) -> from + BYTES_A_LINE)
			.mapToObj((from) -> line(value, from, Math.min(shown, from + BYTES_A_LINE)))
			.collect(Collectors.joining("\n"));
		return new PrettyValue(lines, false, shown < value.length);
	}

	private static String line(byte[] value, int from, int to) {
		String hex = IntStream.range(from, to)
			.mapToObj((at) -> "%02x".formatted(value[at]))
			.collect(Collectors.joining(" "));
		String letters = IntStream.range(from, to)
			.mapToObj((at) -> (value[at] >= ' ' && value[at] < 127) ? Character.toString(value[at]) : ".")
			.collect(Collectors.joining());
		return "%06x  %-47s  %s".formatted(from, hex, letters);
	}

}
