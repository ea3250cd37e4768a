package studio.avatar.console.replay;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Rows of a table as RFC 4180 wants them, harmless in a spreadsheet. */
final class Csv {

	private Csv() {
	}

	/** One line, with its end. */
	static String line(@Nullable Object... cells) {
		return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
	}

	private static String cell(@Nullable Object value) {
		String text = harmless((value != null) ? value.toString() : "", value instanceof Number);
		return text.matches("[\\w.:@/ -]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

	/** A text that begins like a formula is shown and not computed. */
	private static String harmless(String text, boolean isNumber) {
		return (!isNumber && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? '\'' + text : text;
	}

}
