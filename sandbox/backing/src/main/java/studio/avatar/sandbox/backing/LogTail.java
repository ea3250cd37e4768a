package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log, for a sentence that says why a process ended. */
public final class LogTail {

	private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d).*");

	private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|Caused by|Exception|Error|\\*{5}");

	private static final int LINES = 400;

	private LogTail() {
	}

	/**
	 * The last line that speaks of trouble, else the last line that is not a stack frame.
	 */
	public static String lastMeaningfulLine(Path log) {
		List<String> lines = lines(log);
		return lines.stream()
			.filter((line) -> TROUBLE.matcher(line).find())
			.reduce((first, second) -> second)
			.or(() -> lines.stream().reduce((first, second) -> second))
			.map(String::strip)
			.orElse("it wrote nothing");
	}

	private static List<String> lines(Path log) {
		try {
			String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
			List<String> lines = text.lines()
				.filter((line) -> !line.isBlank() && !FRAME.matcher(line).matches())
				.toList();
			return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
