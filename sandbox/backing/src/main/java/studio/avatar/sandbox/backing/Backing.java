package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.common.utils.AppInfoParser;

/**
 * The seam that decides where broker and database come from, so that no test knows. The
 * system property {@code backing} names the choice; {@code embedded} starts both on this
 * machine, on free ports, with a folder that is removed when this JVM ends.
 */
public final class Backing {

	private static final String EMBEDDED = "embedded";

	private final KafkaBroker broker;

	private final PostgresServer postgres;

	private Backing(KafkaBroker broker, PostgresServer postgres) {
		this.broker = broker;
		this.postgres = postgres;
	}

	/**
	 * The broker and the database of this JVM, started at the first call and ended after
	 * the JVM's shutdown hooks have run.
	 */
	public static Backing shared() {
		return Shared.INSTANCE;
	}

	/** Address for {@code bootstrap.servers}. */
	public String kafkaBrokers() {
		return this.broker.bootstrapServers();
	}

	/** Makes sure that the service has a role and a schema of its own name. */
	public Database database(String service) {
		return this.postgres.database(service);
	}

	/** The broker itself, for tests of faults. */
	public KafkaBroker broker() {
		return this.broker;
	}

	/** The server itself, for tests of faults. */
	public PostgresServer postgres() {
		return this.postgres;
	}

	private static Backing choose() {
		String wanted = System.getProperty("backing", EMBEDDED);
		// an unset Maven property arrives as its own name
		if (!wanted.isEmpty() && !wanted.startsWith("${") && !wanted.equals(EMBEDDED)) {
			throw new BackingException("Unknown -Dbacking=" + wanted + ": only " + EMBEDDED + " is known");
		}
		return embedded();
	}

	private static Backing embedded() {
		long begin = System.nanoTime();
		Path folder = temporaryFolder();
		CompletableFuture<KafkaBroker> broker = CompletableFuture
			.supplyAsync(() -> KafkaBroker.start(KafkaSettings.in(folder.resolve("kafka"))));
		PostgresServer postgres = PostgresServer.start(PostgresSettings.in(folder.resolve("postgres")));
		Backing backing = new Backing(broker.join(), postgres);
		System.out.printf(Locale.ROOT,
				"Backing: embedded Kafka %s and PostgreSQL %s on %s and 127.0.0.1:%d in %.1f s%n",
				AppInfoParser.getVersion(), postgres.version(), backing.kafkaBrokers(), postgres.port(),
				Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
		return backing;
	}

	private static Path temporaryFolder() {
		try {
			Path target = Path.of("target").toAbsolutePath();
			Path folder = Files.isDirectory(target) ? Files.createTempDirectory(target, "backing-")
					: Files.createTempDirectory("avatar-studio-backing-");
			// PostgreSQL may have to run as another user than root, who must get in
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
			Guard.ofThisJvm().removeAtTheEnd(folder);
			return folder;
		}
		catch (IOException ex) {
			throw new BackingException("No folder for broker and database: " + ex.getMessage(), ex);
		}
	}

	private static final class Shared {

		private static final Backing INSTANCE = choose();

	}

}
