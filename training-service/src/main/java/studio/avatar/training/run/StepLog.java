package studio.avatar.training.run;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the training step out of a trainer's log. Trainers print progress bars such as
 * {@code 42%|####      | 1050/2500 [00:08<00:11]}; there is no other source.
 */
final class StepLog {

	private static final Pattern BAR = Pattern.compile("\\|\\s*(\\d{1,6})/(\\d{1,6})\\s*\\[");

	private StepLog() {
	}

	/**
	 * The last step told; empty when no line tells one, which is then shown as unknown.
	 * @param steps the run's steps: bars of other lengths are about something else, such
	 * as files being loaded
	 */
	static OptionalInt step(List<String> lines, int steps) {
		return lines.reversed().stream().flatMapToInt((line) -> steps(line, steps)).limit(1).findFirst();
	}

	/** A carriage return begins the bar anew within one line: the last one counts. */
	private static IntStream steps(String line, int steps) {
		Matcher bar = BAR.matcher(line);
		int last = -1;
		while (bar.find()) {
			int step = Integer.parseInt(bar.group(1));
			if (Integer.parseInt(bar.group(2)) == steps && step <= steps) {
				last = step;
			}
		}
		return (last >= 0) ? IntStream.of(last) : IntStream.empty();
	}

}
