package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One real PostgreSQL server, durable: {@code fsync} and {@code synchronous_commit} are
 * on and the data folder is kept.
 */
public final class PostgresServer implements DatabaseServer {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private final PostgresSettings settings;

	private final PostgresPrograms programs;

	private final PostgresSchemas schemas;

	private ProcessHandle postmaster;

	private PostgresServer(PostgresSettings settings) throws IOException {
		this.settings = settings;
		Files.createDirectories(settings.folder());
		this.schemas = PostgresSchemas.onThisMachine(settings.port(), password());
		this.programs = PostgresPrograms.over(settings.folder(), log());
		initialise();
		this.postmaster = launch();
		this.schemas.createDatabase();
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

	@Override
	public Database database(String service) {
		return this.schemas.of(service);
	}

	/** Runs a statement as the superuser. */
	void execute(String sql) {
		this.schemas.execute(sql);
	}

	@Override
	public String title() {
		return this.schemas.title();
	}

	@Override
	public String address() {
		return this.schemas.address();
	}

	/** Process id of the postmaster. */
	public long pid() {
		return this.postmaster.pid();
	}

	/** Returns when the postmaster's back ends are gone too. */
	@Override
	public void kill() {
		List<ProcessHandle> backEnds = this.postmaster.descendants().toList();
		this.postmaster.destroyForcibly();
		Leftover.awaitEnd(this.postmaster, GRACE);
		backEnds.forEach((backEnd) -> Leftover.awaitEnd(backEnd, GRACE));
	}

	@Override
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
			this.programs.run("PostgreSQL could not be stopped", "pg_ctl", "stop", "-D", data().toString(), "-m",
					"fast", "-w", "-t", "30");
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
		this.programs.run("PostgreSQL could not create its data folder", "initdb", "-D", aside.toString(), "-U",
				PostgresSchemas.SUPERUSER, "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", "--no-sync",
				"--no-instructions", "--pwfile=" + passwordFile());
		Files.move(aside, data());
	}

	private ProcessHandle launch() throws IOException {
		Path pidFile = data().resolve("postmaster.pid");
		Leftover.recordedIn(pidFile, data().toString()).ifPresent((leftover) -> Leftover.end(leftover, GRACE));
		Port.checkFree("PostgreSQL", this.settings.port());
		// pg_ctl takes the server out of the terminal's process group: Ctrl-C is not for
		// it
		this.programs.run("PostgreSQL did not start", "pg_ctl", "start", "-D", data().toString(), "-w", "-t", "60",
				"-l", log().toString(), "-o", options());
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

	private Path data() {
		return this.settings.folder().resolve("data");
	}

	private Path log() {
		return this.settings.folder().resolve("server.log");
	}

	private Path passwordFile() {
		return this.settings.folder().resolve("password");
	}

	/** Made up once per data folder; nobody types it. */
	private String password() throws IOException {
		if (!Files.exists(passwordFile())) {
			Files.writeString(passwordFile(), PostgresSchemas.newPassword());
		}
		return Files.readString(passwordFile()).strip();
	}

}
