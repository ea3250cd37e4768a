package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.opentest4j.TestAbortedException;

import static org.awaitility.Awaitility.await;

/**
 * The bot in {@code src/test/grammy}, in a Node process of its own. Its libraries come
 * from npm, once per build folder.
 */
final class StrangersBot implements AutoCloseable {

	private static final Path SOURCES = Path.of("src", "test", "grammy");

	private static final Path FOLDER = Path.of("target", "grammy");

	private static final Duration INSTALLING = Duration.ofMinutes(2);

	private final Process process;

	private final Path said;

	private StrangersBot(TelegramSimulator telegram, Map<String, String> more) throws IOException {
		this.said = Files.createTempFile(FOLDER, "bot", ".log");
		ProcessBuilder builder = new ProcessBuilder("node", "bot.js").directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.said.toFile());
		builder.environment().put("TELEGRAM_API_URL", telegram.url().toString());
		builder.environment().put("BOT_TOKEN", telegram.token());
		builder.environment().putAll(more);
		this.process = builder.start();
		await("the bot is ready").atMost(Duration.ofSeconds(20))
			.failFast("the bot ended", () -> !this.process.isAlive())
			.until(() -> said().contains("ready"));
	}

	/** Asks for its updates. */
	static StrangersBot polling(TelegramSimulator telegram) {
		return start(telegram, Map.of());
	}

	/** Is brought its updates. */
	static StrangersBot byWebhook(TelegramSimulator telegram) {
		return start(telegram, Map.of("WEBHOOK_PORT", Integer.toString(freePort())));
	}

	private static StrangersBot start(TelegramSimulator telegram, Map<String, String> more) {
		try {
			return new StrangersBot(telegram, more);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Copies the bot and fetches its libraries, unless they are there.
	 * @throws TestAbortedException when there is no Node, or npm cannot fetch them
	 */
	static void install() throws IOException {
		requireProgram("node");
		requireProgram("npm");
		Path lock = FOLDER.resolve("package-lock.json");
		boolean there = Files.exists(FOLDER.resolve("node_modules/grammy")) && Files.exists(lock)
				&& Files.mismatch(lock, SOURCES.resolve("package-lock.json")) == -1;
		Files.createDirectories(FOLDER);
		for (String file : List.of("bot.js", "package.json", "package-lock.json")) {
			Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		if (!there && !runs(INSTALLING, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")) {
			Files.delete(lock);
			throw new TestAbortedException("Left out: npm cannot fetch grammY, see target/grammy/npm.log");
		}
	}

	private static void requireProgram(String name) throws IOException {
		Files.createDirectories(FOLDER);
		if (!runs(Duration.ofSeconds(20), name, "--version")) {
			throw new TestAbortedException("Left out: there is no " + name + " on this machine (Node 18 or newer)");
		}
	}

	private static boolean runs(Duration patience, String... command) {
		try {
			Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
				.redirectErrorStream(true)
				.redirectOutput(FOLDER.resolve("npm.log").toFile())
				.start();
			boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
			process.destroyForcibly();
			return ended && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What it wrote so far. */
	String said() {
		try {
			return Files.readString(this.said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
