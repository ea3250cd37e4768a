package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL's own programs, run as a user whom they accept. */
final class PostgresPrograms {

	private static final int PATIENCE_SECONDS = 90;

	private final Path binaries;

	private final Path folder;

	private final Path serverLog;

	private final Unprivileged unprivileged;

	private PostgresPrograms(Path folder, Path serverLog) {
		this.binaries = PostgresBinaries.folder().resolve("bin");
		this.folder = folder;
		this.serverLog = serverLog;
		this.unprivileged = Unprivileged.over(folder);
	}

	/**
	 * Programs that work on a folder.
	 * @param serverLog where the server says more than the program that was to start it
	 */
	static PostgresPrograms over(Path folder, Path serverLog) {
		return new PostgresPrograms(folder, serverLog);
	}

	/**
	 * Runs a program to its end.
	 * @param failure how the sentence begins when it does not succeed
	 */
	void run(String failure, String program, String... arguments) {
		LogTail said = LogTail.from(this.serverLog);
		Path output = this.folder.resolve(program + ".log");
		List<String> command = Stream.concat(Stream.of(this.binaries.resolve(program).toString()), Stream.of(arguments))
			.toList();
		try {
			Process process = new ProcessBuilder(this.unprivileged.command(command)).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new BackingException(failure + ": " + trouble(said, output));
			}
		}
		catch (IOException ex) {
			throw new BackingException(failure + ": " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BackingException(failure + ": interrupted", ex);
		}
	}

	private static String trouble(LogTail server, Path output) {
		return Files.exists(server.log()) ? server.lastMeaningfulLine() : new LogTail(output, 0).lastMeaningfulLine();
	}

}
