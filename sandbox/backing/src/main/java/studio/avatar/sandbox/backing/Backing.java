package studio.avatar.sandbox.backing;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

/**
 * The seam that decides where broker and database come from, so that no test knows.
 * <p>
 * The system property {@code backing} forces {@code embedded} or {@code containers};
 * without it, servers named by the environment come first ({@code KAFKA_BROKERS},
 * {@code DATABASE_URL}, {@code DATABASE_USER}, {@code DATABASE_PASSWORD}), then
 * containers where a Docker engine answers, else embedded servers. What was started ends
 * after the JVM's shutdown hooks have run, however the JVM ends.
 */
public final class Backing {

	private final Broker broker;

	private final DatabaseServer postgres;

	private Backing(Broker broker, DatabaseServer postgres) {
		this.broker = broker;
		this.postgres = postgres;
	}

	/**
	 * The broker and the database of this JVM, started at the first call, which says on
	 * standard output what was chosen.
	 * @throws BackingException when they cannot be had
	 */
	public static Backing shared() {
		return Shared.get();
	}

	/** A broker of the test's own, to which it may do harm. */
	public static Broker anotherBroker() {
		return Shared.choice().servers().ofOnesOwn().broker();
	}

	/** A database server of the test's own, to which it may do harm. */
	public static DatabaseServer anotherDatabase() {
		return Shared.choice().servers().ofOnesOwn().database();
	}

	/** Whether the servers are those of the run command, and not containers or given. */
	public static boolean isEmbedded() {
		return Shared.choice().servers() instanceof EmbeddedServers;
	}

	/** Address for {@code bootstrap.servers}. */
	public String kafkaBrokers() {
		return this.broker.bootstrapServers();
	}

	/** Makes sure that the service has a role and a schema of its own name. */
	public Database database(String service) {
		return this.postgres.database(service);
	}

	/** The broker itself. */
	public Broker broker() {
		return this.broker;
	}

	/** The database server itself. */
	public DatabaseServer postgres() {
		return this.postgres;
	}

	/** Both at once: each takes seconds. */
	private static Backing of(Choice choice) {
		long begin = System.nanoTime();
		CompletableFuture<Broker> broker = CompletableFuture.supplyAsync(choice.servers()::broker);
		DatabaseServer postgres = choice.servers().database();
		Backing backing = new Backing(joined(broker), postgres);
		System.out.printf(Locale.ROOT, "Backing: %s, because %s: %s at %s and %s at %s in %.1f s%n",
				choice.servers().name(), choice.reason(), backing.broker.title(), backing.kafkaBrokers(),
				postgres.title(), postgres.address(), Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
		return backing;
	}

	private static Broker joined(CompletableFuture<Broker> broker) {
		try {
			return broker.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof BackingException cause) ? cause : ex;
		}
	}

	/** What failed once fails again with the same sentence, and at once. */
	private static final class Shared {

		private static @Nullable Choice choice;

		private static @Nullable Backing backing;

		private static @Nullable BackingException failure;

		private static synchronized Choice choice() {
			if (choice == null) {
				choice = Choice.of(System.getProperty("backing"), System.getenv(), Engine::look);
			}
			return choice;
		}

		private static synchronized Backing get() {
			if (failure != null) {
				throw failure;
			}
			try {
				return (backing != null) ? backing : (backing = Backing.of(choice()));
			}
			catch (BackingException ex) {
				failure = ex;
				throw ex;
			}
		}

	}

}
