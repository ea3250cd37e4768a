package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a process has written to its log since it was started, for a sentence that says
 * why it ended.
 *
 * @param log the log, kept over several starts
 * @param begin bytes that were in it before this start
 */
public record LogTail(Path log, long begin) {

	private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d).*");

	private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|Caused by|Exception|Error");

	/** How Spring Boot heads its explanation of a failed start. */
	private static final String EXPLANATION = "Description:";

	/** What is written to the log from now on. */
	public static LogTail from(Path log) {
		try {
			return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
		}
		catch (IOException ex) {
			return new LogTail(log, 0);
		}
	}

	/**
	 * The explanation of a failed start, else the last line that speaks of trouble, else
	 * the last line that is not a stack frame.
	 */
	public String lastMeaningfulLine() {
		return lastMeaningfulLine(text());
	}

	static String lastMeaningfulLine(String text) {
		List<String> lines = text.lines().filter((line) -> !line.isBlank() && !FRAME.matcher(line).matches()).toList();
		return explanation(lines).or(() -> last(lines.stream().filter((line) -> TROUBLE.matcher(line).find()).toList()))
			.or(() -> last(lines))
			.map(String::strip)
			.orElse("it wrote nothing");
	}

	private static Optional<String> explanation(List<String> lines) {
		int heading = lines.lastIndexOf(EXPLANATION);
		return (heading >= 0 && heading + 1 < lines.size()) ? Optional.of(lines.get(heading + 1)) : Optional.empty();
	}

	private static Optional<String> last(List<String> lines) {
		return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
	}

	private String text() {
		try (InputStream bytes = Files.newInputStream(this.log)) {
			bytes.skipNBytes(this.begin);
			return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
