package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.api.BotApi;
import studio.avatar.sandbox.telegram.api.FileDownload;
import studio.avatar.sandbox.telegram.callback.Presses;
import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.command.BotCommands;
import studio.avatar.sandbox.telegram.fault.Faults;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.journal.Journal;
import studio.avatar.sandbox.telegram.person.PersonActs;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.update.Updates;
import studio.avatar.sandbox.telegram.web.ChatEndpoint;
import studio.avatar.sandbox.telegram.web.ControlEndpoint;
import studio.avatar.sandbox.telegram.web.Pages;
import studio.avatar.sandbox.telegram.web.ReadMarks;
import studio.avatar.sandbox.telegram.webhook.WebhookDelivery;
import studio.avatar.sandbox.telegram.webhook.Webhooks;

/**
 * A Telegram for one bot: the Bot API under {@code /bot<token>/}, files under
 * {@code /file/bot<token>/}, a web chat for people at {@code /}. The only place where its
 * parts meet, hence its length.
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
	 * @param host the host in {@link #url()}; {@code 127.0.0.1} listens for this machine
	 * only, any other name listens on all interfaces
	 */
	public record Settings(int port, String token, String botName, @Nullable Path folder, String host) {

		private static final String THIS_MACHINE = "127.0.0.1";

		/** For this machine only. */
		public Settings(int port, String token, String botName, @Nullable Path folder) {
			this(port, token, botName, folder, THIS_MACHINE);
		}

		/** Any port, memory only. */
		public static Settings inMemory() {
			return new Settings(0, "12345:sandbox", "Avatar Studio", null);
		}

		private InetSocketAddress listening() {
			return this.host.equals(THIS_MACHINE) ? new InetSocketAddress(THIS_MACHINE, this.port)
					: new InetSocketAddress(this.port);
		}

	}

	private final String token;

	private final String host;

	private final ChangeLog log;

	private final Contacts contacts;

	private final Chats chats;

	private final StoredFiles files;

	private final Updates updates;

	private final WebhookDelivery delivery;

	private final Presses presses;

	private final PersonActs acts;

	private final Journal journal = new Journal();

	private final Faults faults;

	private final HttpServer server;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private TelegramSimulator(Settings settings, HttpServer server, InstantSource clock) {
		this.token = settings.token();
		this.host = settings.host();
		this.server = server;
		Bot bot = Bot.of(settings.token(), settings.botName());
		ChatEvents events = new ChatEvents();
		this.log = new ChangeLog(settings.folder());
		this.contacts = new Contacts(this.log);
		this.chats = new Chats(this.log, events, bot, clock);
		this.files = new StoredFiles(this.log, settings.folder());
		this.updates = new Updates(this.log, clock);
		Webhooks webhooks = new Webhooks(this.log, clock);
		this.delivery = new WebhookDelivery(webhooks, this.updates);
		this.presses = new Presses(events, clock);
		this.acts = new PersonActs(bot, this.contacts, this.chats, this.files, this.updates, this.presses, events);
		this.faults = new Faults(new Troubles(this.acts, this.updates));
		BotCommands commands = new BotCommands(this.log);
		ReadMarks marks = new ReadMarks(this.log, this.chats);
		List.of(this.contacts, this.chats, this.files, this.updates, webhooks, commands, marks)
			.forEach(this.log::register);
		server.createContext("/", new Pages());
		server.createContext("/bot", new BotApi(this.token, bot, this.contacts, this.chats, this.files, this.updates,
				webhooks, this.presses, commands, events, this.journal, this.faults));
		server.createContext("/file/bot", new FileDownload(this.token, this.files));
		server.createContext("/chat", new ChatEndpoint(bot, this.contacts, this.chats, this.files, this.presses,
				commands, marks, events, this.acts));
		server.createContext("/control", new ControlEndpoint(this.journal, this.faults));
		server.setExecutor(this.executor);
	}

	/**
	 * Any port, token {@code 12345:sandbox}, memory only.
	 */
	public static TelegramSimulator start() {
		return start(Settings.inMemory());
	}

	/**
	 * Starts serving before it returns.
	 * @throws UncheckedIOException when the port is taken or the folder cannot be used
	 */
	public static TelegramSimulator start(Settings settings) {
		return start(settings, InstantSource.system());
	}

	static TelegramSimulator start(Settings settings, InstantSource clock) {
		// Read once by the server's class: small answers leave at once, and kept
		// connections outlive a quiet minute.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		System.setProperty("sun.net.httpserver.idleInterval", "300");
		try {
			return serve(settings, HttpServer.create(settings.listening(), 0), clock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TelegramSimulator serve(Settings settings, HttpServer server, InstantSource clock) {
		try {
			TelegramSimulator simulator = new TelegramSimulator(settings, server, clock);
			simulator.log.open();
			server.start();
			simulator.delivery.lookAgain();
			return simulator;
		}
		catch (RuntimeException ex) {
			server.stop(0);
			throw ex;
		}
	}

	/** Base address, {@code http://host:port}. */
	public URI url() {
		return URI.create("http://" + this.host + ":" + this.server.getAddress().getPort());
	}

	/** The bot's token. */
	public String token() {
		return this.token;
	}

	/**
	 * Creates or finds the private chat of that person.
	 */
	public SimulatedPerson person(long userId, String firstName, String languageCode) {
		this.contacts.meet(userId, firstName, languageCode);
		return new SimulatedPerson(this, this.acts, this.chats, this.presses, userId);
	}

	/** What the bot called. */
	public Journal journal() {
		return this.journal;
	}

	/** What shall go wrong. */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * The bytes of a photo or document.
	 * @throws NoSuchElementException when there is no such file
	 */
	public byte[] file(String fileId) {
		StoredFile file = this.files.find(fileId)
			.orElseThrow(() -> new NoSuchElementException("no file has the id " + fileId));
		return this.files.content(file);
	}

	/**
	 * Ends every poll and every page's stream, then stops serving.
	 */
	@Override
	public void close() {
		this.delivery.close();
		this.updates.close();
		this.server.stop(0);
		this.executor.shutdownNow();
		this.log.close();
	}

}
