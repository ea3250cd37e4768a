package studio.avatar.sandbox.telegram;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.fault.Faults;
import studio.avatar.sandbox.telegram.journal.Journal;

/**
 * A Telegram for one bot, on this machine only: the Bot API under {@code /bot<token>/},
 * files under {@code /file/bot<token>/}, a web chat for people at {@code /}.
 */
public final class TelegramSimulator implements AutoCloseable {

	/**
	 * How to start one.
	 *
	 * @param port 0 takes any free port
	 * @param token what the bot must call itself with
	 * @param botName first name of the bot, as people see it
	 * @param folder where messages, chats and files survive a restart; none keeps them in
	 * memory only
	 */
	public record Settings(int port, String token, String botName, @Nullable Path folder) {

		/** Any port, memory only. */
		public static Settings inMemory() {
			return new Settings(0, "12345:sandbox", "Avatar Studio", null);
		}

	}

	/**
	 * Any port, token {@code 12345:sandbox}, memory only.
	 */
	public static TelegramSimulator start() {
		return start(Settings.inMemory());
	}

	/**
	 * Starts serving before it returns.
	 * @throws java.io.UncheckedIOException when the port is taken or the folder cannot be
	 * used
	 */
	public static TelegramSimulator start(Settings settings) {
		throw new UnsupportedOperationException();
	}

	/** Base address, {@code http://127.0.0.1:port}. */
	public URI url() {
		throw new UnsupportedOperationException();
	}

	/** The bot's token. */
	public String token() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Creates or finds the private chat of that person.
	 */
	public SimulatedPerson person(long userId, String firstName, String languageCode) {
		throw new UnsupportedOperationException();
	}

	/** What the bot called. */
	public Journal journal() {
		throw new UnsupportedOperationException();
	}

	/** What shall go wrong. */
	public Faults faults() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The bytes of a photo or document.
	 * @throws java.util.NoSuchElementException when there is no such file
	 */
	public byte[] file(String fileId) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

}
