package studio.avatar.sandbox.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a person sees while the sandbox starts: one line for each part that is ready. */
final class Progress {

	private final PrintStream terminal;

	private final boolean quiet;

	private final String tick;

	private final Map<String, Duration> startTimes = new LinkedHashMap<>();

	Progress(PrintStream terminal, boolean quiet) {
		this.terminal = terminal;
		this.quiet = quiet;
		this.tick = terminal.charset().newEncoder().canEncode('✓') ? "✓" : "ok";
	}

	synchronized void ready(String part, String where, Duration took) {
		this.startTimes.put(part, took);
		say(String.format(Locale.ROOT, "  %s %-20s %5s s  %s", this.tick, part, seconds(took), where).stripTrailing());
	}

	synchronized void say(String line) {
		if (!this.quiet) {
			this.terminal.println(line);
			this.terminal.flush();
		}
	}

	synchronized Map<String, Duration> startTimes() {
		return Map.copyOf(this.startTimes);
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
	}

}
