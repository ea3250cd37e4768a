package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One real PostgreSQL server, durable: {@code fsync} and {@code synchronous_commit} are
 * on and the data folder is kept.
 */
public final class PostgresServer implements AutoCloseable {

	/** The database all services share, each in its own schema. */
	static final String DATABASE = "avatar_studio";

	private static final String SUPERUSER = "postgres";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

	private static final Duration GRACE = Duration.ofSeconds(10);

	private final PostgresSettings settings;

	private final Path binaries;

	private final Unprivileged unprivileged;

	private final String password;

	private ProcessHandle postmaster;

	private PostgresServer(PostgresSettings settings) throws IOException {
		this.settings = settings;
		Files.createDirectories(settings.folder());
		this.binaries = PostgresBinaries.folder();
		this.password = password(settings.folder().resolve("password"));
		this.unprivileged = Unprivileged.over(settings.folder());
		initialise();
		this.postmaster = launch();
		createDatabase();
	}

	/**
	 * Starts a server and waits until it takes connections.
	 * @throws BackingException when it cannot be started
	 */
	public static PostgresServer start(PostgresSettings settings) {
		try {
			return new PostgresServer(settings.chosen());
		}
		catch (IOException ex) {
			throw new BackingException("PostgreSQL could not be started in " + settings.folder() + ": " + ex, ex);
		}
	}

	/**
	 * Makes sure that the service has a role and a schema of its own name.
	 * @param service lower-case name, for example {@code training}
	 */
	public Database database(String service) {
		if (!NAME.matcher(service).matches()) {
			throw new IllegalArgumentException("Not a name for a role: " + service);
		}
		execute(DATABASE, """
				DO $$ BEGIN
					PERFORM pg_advisory_xact_lock(1);
					IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
						CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
					END IF;
					CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s;
				END $$""".formatted(service, this.password));
		return new Database(jdbcUrl(DATABASE), service, this.password);
	}

	/** Version as the server reports it, for example {@code 18.6}. */
	public String version() {
		try (Connection connection = connect(DATABASE);
				ResultSet version = connection.createStatement().executeQuery("SHOW server_version")) {
			version.next();
			return version.getString(1).split(" ")[0];
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL does not answer: " + ex.getMessage(), ex);
		}
	}

	public int port() {
		return this.settings.port();
	}

	/** Process id of the postmaster. */
	public long pid() {
		return this.postmaster.pid();
	}

	/**
	 * Ends the postmaster as {@code kill -9} does and returns when its back ends are gone
	 * too.
	 */
	public void kill() {
		List<ProcessHandle> backEnds = this.postmaster.descendants().toList();
		this.postmaster.destroyForcibly();
		Leftover.awaitEnd(this.postmaster, GRACE);
		backEnds.forEach((backEnd) -> Leftover.awaitEnd(backEnd, GRACE));
	}

	/** Starts the server again on the same port with the same data. */
	public void restart() {
		close();
		try {
			this.postmaster = launch();
		}
		catch (IOException ex) {
			throw new BackingException("PostgreSQL could not be started again: " + ex, ex);
		}
	}

	/** Ends the server in order: open transactions are rolled back. */
	@Override
	public void close() {
		if (this.postmaster.isAlive()) {
			run("PostgreSQL could not be stopped", "pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t",
					"30");
			Leftover.awaitEnd(this.postmaster, GRACE);
		}
	}

	/**
	 * Initialises aside, so that an interrupted first start leaves no half data folder.
	 */
	private void initialise() throws IOException {
		if (Files.exists(data().resolve("PG_VERSION"))) {
			return;
		}
		Path aside = data().resolveSibling("data.new");
		Folder.delete(aside);
		run("PostgreSQL could not create its data folder", "initdb", "-D", aside.toString(), "-U", SUPERUSER,
				"--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", "--no-sync", "--no-instructions",
				"--pwfile=" + this.settings.folder().resolve("password"));
		Files.move(aside, data());
	}

	private ProcessHandle launch() throws IOException {
		Path pidFile = data().resolve("postmaster.pid");
		Leftover.recordedIn(pidFile, data().toString()).ifPresent((leftover) -> Leftover.end(leftover, GRACE));
		Port.checkFree("PostgreSQL", this.settings.port());
		// pg_ctl takes the server out of the terminal's process group: Ctrl-C is not for
		// it
		run("PostgreSQL did not start", "pg_ctl", "start", "-D", data().toString(), "-w", "-t", "60", "-l",
				log().toString(), "-o", options());
		ProcessHandle started = ProcessHandle.of(Leftover.pid(pidFile))
			.orElseThrow(() -> new BackingException("PostgreSQL ended at once; its log is " + log()));
		Guard.ofThisJvm().watch(started, "INT");
		return started;
	}

	private String options() {
		return """
				-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=%d -c fsync=on \
				-c synchronous_commit=on -c full_page_writes=on -c shared_buffers=64MB -c timezone=UTC \
				-c log_timezone=UTC""".formatted(this.settings.port(), this.settings.maxConnections());
	}

	private void createDatabase() {
		try (Connection connection = connect(SUPERUSER);
				Statement statement = connection.createStatement();
				ResultSet found = statement
					.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
			if (!found.next()) {
				execute(SUPERUSER, "CREATE DATABASE " + DATABASE);
			}
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL does not answer: " + ex.getMessage(), ex);
		}
	}

	private void execute(String database, String sql) {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL refused: " + ex.getMessage(), ex);
		}
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, this.password);
	}

	private String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.settings.port() + "/" + database;
	}

	private void run(String failure, String program, String... arguments) {
		String[] command = new String[arguments.length + 1];
		command[0] = this.binaries.resolve("bin").resolve(program).toString();
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		LogTail said = LogTail.from(log());
		Path output = this.settings.folder().resolve(program + ".log");
		try {
			Process process = new ProcessBuilder(this.unprivileged.command(command)).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
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

	/** The server's own log says more than the program that was to start it. */
	private static String trouble(LogTail server, Path output) {
		return Files.exists(server.log()) ? server.lastMeaningfulLine() : new LogTail(output, 0).lastMeaningfulLine();
	}

	private Path data() {
		return this.settings.folder().resolve("data");
	}

	private Path log() {
		return this.settings.folder().resolve("server.log");
	}

	private static String password(Path file) throws IOException {
		if (!Files.exists(file)) {
			byte[] secret = new byte[16];
			new SecureRandom().nextBytes(secret);
			Files.writeString(file, HexFormat.of().formatHex(secret));
		}
		return Files.readString(file).strip();
	}

}
