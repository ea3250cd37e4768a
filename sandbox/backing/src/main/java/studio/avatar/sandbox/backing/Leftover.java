package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Ending processes of ours, also those that an earlier run has left behind. */
public final class Leftover {

	private static final Duration GLANCE = Duration.ofMillis(10);

	private Leftover() {
	}

	/**
	 * The living process whose id stands in the first line of a file.
	 * @param mark text that its command line must carry, so that a stranger who got the
	 * number later is never ended
	 */
	public static Optional<ProcessHandle> recordedIn(Path file, String mark) {
		if (!Files.isReadable(file)) {
			return Optional.empty();
		}
		return ProcessHandle.of(pid(file))
			.filter((process) -> process.info().commandLine().orElse("").contains(mark))
			.filter(ProcessHandle::isAlive);
	}

	/** The process id in the first line of a file, as PostgreSQL and we write it. */
	static long pid(Path file) {
		try {
			return Files.readString(file).lines().findFirst().map(String::strip).map(Long::parseLong).orElse(0L);
		}
		catch (IOException | NumberFormatException ex) {
			return 0;
		}
	}

	/** Asks the process to end, and kills it when it does not within the grace. */
	public static void end(ProcessHandle process, Duration grace) {
		process.destroy();
		if (!ended(process, grace)) {
			process.destroyForcibly();
			awaitEnd(process, grace);
		}
	}

	static void awaitEnd(ProcessHandle process, Duration grace) {
		if (!ended(process, grace)) {
			throw new BackingException("Process " + process.pid() + " does not end");
		}
	}

	/**
	 * Looks often: {@link ProcessHandle#onExit()} looks at processes that are not
	 * children only every few hundred milliseconds.
	 */
	private static boolean ended(ProcessHandle process, Duration grace) {
		long deadline = System.nanoTime() + grace.toNanos();
		while (process.isAlive()) {
			if (System.nanoTime() > deadline) {
				return false;
			}
			LockSupport.parkNanos(GLANCE.toNanos());
		}
		return true;
	}

}
