package studio.avatar.sandbox.launch.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs programs in a folder, with nothing of our own settings in their environment. */
final class Terminal {

	private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "DOCKER_HOST", "DOCKER_API_VERSION",
			"DOCKER_CONFIG", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY");

	private final Path folder;

	Terminal(Path folder) {
		this.folder = folder;
	}

	/** Whether the program exists and ends well within ten seconds. */
	boolean succeeds(List<String> command) {
		try {
			run(Duration.ofSeconds(10), command);
			return true;
		}
		catch (AssertionError | UncheckedIOException ex) {
			return false;
		}
	}

	/**
	 * What the program says.
	 * @throws AssertionError with all it said, when it fails or takes longer
	 */
	String run(Duration patience, List<String> command) {
		Path said = file();
		try {
			ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(said.toFile());
			builder.environment().keySet().retainAll(PASSED_ON);
			Process process = builder.start();
			boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
			process.destroy();
			String output = Files.readString(said);
			if (!ended || process.exitValue() != 0) {
				throw new AssertionError(
						String.join(" ", command) + (ended ? " failed" : " took too long") + ":\n" + output);
			}
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
		finally {
			said.toFile().delete();
		}
	}

	private static Path file() {
		try {
			return Files.createTempFile("terminal", ".txt");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
