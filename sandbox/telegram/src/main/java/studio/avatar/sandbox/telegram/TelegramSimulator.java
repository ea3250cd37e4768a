package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.api.BotApi;
import studio.avatar.sandbox.telegram.api.FileDownload;
import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.fault.Faults;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.journal.Journal;
import studio.avatar.sandbox.telegram.rate.RateLimits;
import studio.avatar.sandbox.telegram.specification.Specification;
import studio.avatar.sandbox.telegram.web.ChatEndpoint;
import studio.avatar.sandbox.telegram.web.ControlEndpoint;
import studio.avatar.sandbox.telegram.web.Pages;
import studio.avatar.sandbox.telegram.web.ReadMarks;
import studio.avatar.sandbox.telegram.web.RoomEndpoint;
import studio.avatar.sandbox.telegram.webhook.WebhookDelivery;
import studio.avatar.sandbox.telegram.world.World;
import tools.jackson.databind.JsonNode;

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

	private final World world;

	private final WebhookDelivery delivery;

	private final Journal journal = new Journal();

	private final Faults faults;

	private final RateLimits limits;

	private final HttpServer server;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private TelegramSimulator(Settings settings, HttpServer server, InstantSource clock) {
		this.token = settings.token();
		this.host = settings.host();
		this.server = server;
		this.world = World.of(Bot.of(settings.token(), settings.botName()), settings.folder(), clock);
		ReadMarks marks = new ReadMarks(this.world.log(), this.world.chats());
		this.world.log().register(marks);
		this.delivery = new WebhookDelivery(this.world.webhooks(), this.world.updates());
		this.faults = new Faults(Specification.load().methods(), new Troubles(this.world));
		this.limits = new RateLimits(clock);
		server.createContext("/", new Pages());
		server.createContext("/bot", new BotApi(this.token, this.world, this.journal, this.faults, this.limits));
		server.createContext("/file/bot", new FileDownload(this.token, this.world.files()));
		server.createContext("/chat", new ChatEndpoint(this.world, marks));
		server.createContext("/control/rooms", new RoomEndpoint(this.world));
		server.createContext("/control", new ControlEndpoint(this.journal, this.faults, this.limits));
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
			simulator.world.log().open();
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
		this.world.contacts().meet(userId, firstName, languageCode);
		return new SimulatedPerson(this, this.world, userId);
	}

	/**
	 * Makes a group, supergroup or channel of that person, the bot not in it.
	 */
	public SimulatedRoom room(Room.Kind kind, String title, Person owner) {
		return new SimulatedRoom(this.world, this.world.rooms().found(kind, title, owner.id()).id());
	}

	/**
	 * Gives the bot an update of any shape, beside the chats, unless it does not want
	 * that type.
	 * @param type field of the update, such as {@code message}
	 */
	public void inject(String type, JsonNode content) {
		this.world.updates().add(type, content);
	}

	/** What the bot called. */
	public Journal journal() {
		return this.journal;
	}

	/** What shall go wrong. */
	public Faults faults() {
		return this.faults;
	}

	/** How much the bot may say; nothing is counted until limits are set. */
	public RateLimits limits() {
		return this.limits;
	}

	/**
	 * The bytes of a photo or document.
	 * @throws NoSuchElementException when there is no such file
	 */
	public byte[] file(String fileId) {
		StoredFile file = this.world.files()
			.find(fileId)
			.orElseThrow(() -> new NoSuchElementException("no file has the id " + fileId));
		return this.world.files().content(file);
	}

	/**
	 * Ends every poll and every page's stream, then stops serving.
	 */
	@Override
	public void close() {
		this.delivery.close();
		this.world.updates().close();
		this.server.stop(0);
		this.executor.shutdownNow();
		this.world.log().close();
	}

}
