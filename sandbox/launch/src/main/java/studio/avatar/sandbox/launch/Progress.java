package studio.avatar.sandbox.launch;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What a person sees while the sandbox starts and ends: one line for each part. */
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

	/**
	 * Starts a part and says when it is ready.
	 * @param where tells where the part is found
	 * @throws SandboxException when it cannot use its port or its folder
	 */
	<T> T timed(String part, Supplier<T> start, Function<T, String> where) {
		long begin = System.nanoTime();
		try {
			T started = start.get();
			ready(part, where.apply(started), Duration.ofNanos(System.nanoTime() - begin));
			return started;
		}
		catch (UncheckedIOException ex) {
			throw new SandboxException(part + " cannot be started: " + ex.getCause().getMessage(), ex);
		}
	}

	/**
	 * Ends a part if it was started; the next one is ended even when this one refuses.
	 */
	void close(@Nullable AutoCloseable part) {
		try {
			if (part != null) {
				part.close();
			}
		}
		catch (Exception ex) {
			say("  ! " + part.getClass().getSimpleName() + " did not end in order: " + ex.getMessage());
		}
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
