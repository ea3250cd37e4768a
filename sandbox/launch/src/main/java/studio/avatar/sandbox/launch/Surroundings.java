package studio.avatar.sandbox.launch;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.backing.KafkaBroker;
import studio.avatar.sandbox.backing.KafkaSettings;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.backing.PostgresServer;
import studio.avatar.sandbox.backing.PostgresSettings;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.LlmSimulator;
import studio.avatar.sandbox.telegram.TelegramSimulator;

/**
 * What the services talk to: each part is started here unless the environment already
 * names a real one.
 */
final class Surroundings implements AutoCloseable {

	private static final List<String> PASSED_THROUGH = List.of("KAFKA_BROKERS", "DATABASE_USER", "DATABASE_PASSWORD",
			"MEDIA_FOLDER", "TELEGRAM_API_URL", "TELEGRAM_BOT_TOKEN", "FAL_QUEUE_URL", "FAL_REST_URL", "FAL_JWKS_URL",
			"FAL_KEY", "LLM_BASE_URL", "LLM_API_KEY", "LLM_MODEL");

	private static final String TOKEN = "12345:sandbox";

	private static final String FAL_KEY = "sandbox-fal-key";

	private final SandboxOptions options;

	private final SandboxFolder folder;

	private final Outside outside;

	private final Progress progress;

	private final KafkaSettings kafkaSettings;

	private volatile @Nullable KafkaBroker broker;

	private volatile @Nullable PostgresServer postgres;

	private volatile @Nullable TelegramSimulator telegram;

	private volatile @Nullable FalSimulator fal;

	private volatile @Nullable LlmSimulator llm;

	Surroundings(SandboxOptions options, SandboxFolder folder, Progress progress) {
		this.options = options;
		this.folder = folder;
		this.outside = new Outside(options.environment());
		this.progress = progress;
		this.kafkaSettings = new KafkaSettings(folder.of("kafka"), Port.free(), Port.free());
		if (!this.outside.hasTelegram() && options.port() != 0 && Port.taken(options.port())) {
			throw new SandboxException("Port " + options.port()
					+ " is in use by another program: choose another one with --port, for example --port 8090");
		}
	}

	void startBroker() {
		if (this.outside.hasBroker()) {
			this.progress.say("  - Kafka is the one at " + kafkaBrokers());
			return;
		}
		this.broker = timed("Kafka", () -> KafkaBroker.start(this.kafkaSettings), KafkaBroker::bootstrapServers);
	}

	void startDatabase() {
		if (this.outside.hasDatabase()) {
			this.progress.say("  - PostgreSQL is the one DATABASE_URL names");
			return;
		}
		this.postgres = timed("PostgreSQL", () -> PostgresServer.start(PostgresSettings.in(this.folder.of("postgres"))),
				(server) -> "127.0.0.1:" + server.port());
	}

	void startSimulators() {
		if (this.outside.hasTelegram()) {
			this.progress.say("  - Telegram is the real one that the environment names");
		}
		else {
			this.telegram = timed("Telegram simulator", this::telegram, (simulator) -> simulator.url().toString());
		}
		if (this.outside.hasFal()) {
			this.progress.say("  - fal is the real one that the environment names");
		}
		else {
			this.fal = timed("fal simulator", this::fal, (simulator) -> simulator.queueUrl().toString());
		}
		if (this.outside.hasLlm()) {
			this.progress.say("  - LLM is the real one that the environment names");
		}
		else {
			this.llm = timed("LLM simulator", LlmSimulator::start, (simulator) -> simulator.baseUrl().toString());
		}
	}

	private TelegramSimulator telegram() {
		return TelegramSimulator.start(new TelegramSimulator.Settings(this.options.port(), TOKEN, "Avatar Studio",
				this.folder.of("telegram")));
	}

	private FalSimulator fal() {
		return FalSimulator.start(new FalSimulator.Settings(0, FAL_KEY, this.folder.of("fal"), this.options.pace()));
	}

	/** Everything one service is told about the world, as environment variables. */
	Map<String, String> environmentOf(ServiceUnit unit) {
		Map<String, String> environment = new HashMap<>();
		environment.put("KAFKA_BROKERS", kafkaBrokers());
		environment.put("MEDIA_FOLDER", this.folder.of("media").toString());
		environment.put("SPRING_PROFILES_ACTIVE", "sandbox");
		environment.putAll(simulators());
		for (String variable : PASSED_THROUGH) {
			this.outside.value(variable).ifPresent((value) -> environment.put(variable, value));
		}
		environment.putAll(database(unit));
		return environment;
	}

	private Map<String, String> simulators() {
		Map<String, String> variables = new HashMap<>();
		if (this.telegram != null) {
			variables.put("TELEGRAM_API_URL", this.telegram.url().toString());
			variables.put("TELEGRAM_BOT_TOKEN", this.telegram.token());
		}
		if (this.fal != null) {
			variables.put("FAL_QUEUE_URL", this.fal.queueUrl().toString());
			variables.put("FAL_REST_URL", this.fal.restUrl().toString());
			variables.put("FAL_JWKS_URL", this.fal.jwksUrl().toString());
			variables.put("FAL_KEY", this.fal.key());
		}
		if (this.llm != null) {
			variables.put("LLM_BASE_URL", this.llm.baseUrl().toString());
			variables.put("LLM_API_KEY", this.llm.key());
			variables.put("LLM_MODEL", this.llm.model());
		}
		return variables;
	}

	/** A database of somebody else has one role for all, so the schema is named. */
	private Map<String, String> database(ServiceUnit unit) {
		return this.outside.value("DATABASE_URL")
			.map((url) -> Map.of("DATABASE_URL", url + (url.contains("?") ? "&" : "?") + "currentSchema=" + unit.role(),
					"SPRING_FLYWAY_DEFAULT_SCHEMA", unit.role(), "SPRING_FLYWAY_CREATE_SCHEMAS", "true"))
			.orElseGet(() -> own(started(this.postgres, "PostgreSQL").database(unit.role())));
	}

	private static Map<String, String> own(Database database) {
		return Map.of("DATABASE_URL", database.jdbcUrl(), "DATABASE_USER", database.user(), "DATABASE_PASSWORD",
				database.password());
	}

	String kafkaBrokers() {
		return this.outside.value("KAFKA_BROKERS").orElse("127.0.0.1:" + this.kafkaSettings.port());
	}

	KafkaBroker broker() {
		return started(this.broker, "Kafka");
	}

	PostgresServer postgres() {
		return started(this.postgres, "PostgreSQL");
	}

	TelegramSimulator telegramSimulator() {
		return started(this.telegram, "The Telegram simulator");
	}

	FalSimulator falSimulator() {
		return started(this.fal, "The fal simulator");
	}

	LlmSimulator llmSimulator() {
		return started(this.llm, "The LLM simulator");
	}

	boolean simulatesTelegram() {
		return this.telegram != null;
	}

	/** Ends the simulators first: nobody speaks to them any more. */
	@Override
	public void close() {
		close(this.telegram);
		close(this.fal);
		close(this.llm);
		close(this.broker);
		close(this.postgres);
	}

	private void close(@Nullable AutoCloseable part) {
		try {
			if (part != null) {
				part.close();
			}
		}
		catch (Exception ex) {
			this.progress.say("  ! " + part + " did not end in order: " + ex.getMessage());
		}
	}

	private <T> T timed(String part, Supplier<T> start, java.util.function.Function<T, String> where) {
		long begin = System.nanoTime();
		try {
			T started = start.get();
			this.progress.ready(part, where.apply(started), Duration.ofNanos(System.nanoTime() - begin));
			return started;
		}
		catch (UncheckedIOException ex) {
			throw new SandboxException(part + " cannot be started: " + ex.getCause().getMessage(), ex);
		}
	}

	private static <T> T started(@Nullable T part, String name) {
		if (part == null) {
			throw new IllegalStateException(name + " was not started here");
		}
		return part;
	}

}
