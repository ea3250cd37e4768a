package studio.avatar.sandbox.launch;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.backing.Broker;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.backing.DatabaseServer;
import studio.avatar.sandbox.backing.KafkaBroker;
import studio.avatar.sandbox.backing.KafkaSettings;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.backing.PostgresServer;
import studio.avatar.sandbox.backing.PostgresSettings;

/**
 * What the services talk to: each part is started here unless the environment already
 * names a real one.
 */
final class Surroundings implements AutoCloseable {

	private static final List<String> PASSED_THROUGH = List.of("KAFKA_BROKERS", "DATABASE_USER", "DATABASE_PASSWORD",
			"MEDIA_FOLDER", "MEDIA_S3_BUCKET", "MEDIA_S3_ENDPOINT", "MEDIA_S3_REGION", "MEDIA_S3_ACCESS_KEY",
			"MEDIA_S3_SECRET_KEY", "MEDIA_S3_PATH_STYLE", "TELEGRAM_API_URL", "TELEGRAM_BOT_TOKEN", "FAL_QUEUE_URL",
			"FAL_REST_URL", "FAL_JWKS_URL", "FAL_WEBHOOK_URL", "FAL_WEBHOOK_SECRET", "FAL_KEY", "LLM_BASE_URL",
			"LLM_API_KEY", "LLM_MODEL");

	/** Any setting of a service, under the name that Spring gives its variable. */
	private static final String SETTING = "STUDIO_";

	private static final String USERS = "CONSOLE_USERS";

	/** Who asks a console by {@code ./replay}; it need not know. */
	private static final List<String> OF_THE_COMMAND_LINE = List.of("CONSOLE_URL", "CONSOLE_USER", "CONSOLE_PASSWORD");

	private final SandboxFolder folder;

	private final Outside outside;

	private final Progress progress;

	private final KafkaSettings kafkaSettings;

	private final Simulators simulators;

	private final Map<String, Integer> ports = new ConcurrentHashMap<>();

	private final SandboxOptions.@Nullable Lent lent;

	private volatile @Nullable Broker broker;

	private volatile @Nullable DatabaseServer postgres;

	private volatile @Nullable Operators operators;

	Surroundings(SandboxOptions options, SandboxFolder folder, Progress progress) {
		this.folder = folder;
		this.outside = new Outside(options.environment());
		this.progress = progress;
		this.lent = options.lent();
		this.kafkaSettings = new KafkaSettings(folder.of("kafka"), Port.free(), Port.free());
		if (options.consolePort() != 0) {
			this.ports.put(ServiceUnit.CONSOLE, options.consolePort());
		}
		this.simulators = new Simulators(options, folder, this.outside, progress);
	}

	void startBroker() {
		if (this.lent != null) {
			this.progress.say("  - Kafka is the one at " + kafkaBrokers());
			return;
		}
		if (this.outside.hasBroker()) {
			this.progress.say("  - Kafka is the one at " + kafkaBrokers());
			return;
		}
		this.broker = this.progress.timed("Kafka", () -> KafkaBroker.start(this.kafkaSettings),
				Broker::bootstrapServers);
	}

	void startDatabase() {
		if (this.lent != null) {
			this.progress.say("  - PostgreSQL is the one at " + this.lent.database().address());
			return;
		}
		if (this.outside.hasDatabase()) {
			this.progress.say("  - PostgreSQL is the one DATABASE_URL names");
			return;
		}
		this.postgres = this.progress.timed("PostgreSQL",
				() -> PostgresServer.start(PostgresSettings.in(this.folder.of("postgres"))), DatabaseServer::address);
	}

	/** Everything one service is told about the world, as environment variables. */
	Map<String, String> environmentOf(ServiceUnit unit) {
		Map<String, String> environment = new HashMap<>();
		environment.put("KAFKA_BROKERS", kafkaBrokers());
		environment.put("MEDIA_FOLDER", this.folder.of("media").toString());
		environment.put("SPRING_PROFILES_ACTIVE", "sandbox");
		environment.put("SERVER_PORT", Integer.toString(portOf(unit.name())));
		environment.putAll(this.simulators.variables(address("gateway-bot")));
		for (String variable : PASSED_THROUGH) {
			this.outside.value(variable).ifPresent((value) -> environment.put(variable, value));
		}
		environment.putAll(this.outside.valuesOf(SETTING));
		environment.putAll(database(unit));
		if (unit.isConsole()) {
			environment.putAll(this.outside.valuesOf("CONSOLE_"));
			environment.keySet().removeAll(OF_THE_COMMAND_LINE);
			environment.put(USERS, users());
		}
		return environment;
	}

	/** Those of the environment, else our own. */
	private String users() {
		Operators own = Operators.of(this.folder);
		Optional<String> others = this.outside.value(USERS);
		own.keep(address(ServiceUnit.CONSOLE), others.isEmpty());
		this.operators = others.isEmpty() ? own : null;
		return others.orElseGet(own::users);
	}

	/** Who signs in to the console; nobody of ours when the environment names others. */
	Optional<Operators> operators() {
		return Optional.ofNullable(this.operators);
	}

	/** Chosen when it is first asked for: the simulated provider calls the gateway. */
	int portOf(String service) {
		return this.ports.computeIfAbsent(service, (name) -> Port.free());
	}

	private URI address(String service) {
		return URI.create("http://127.0.0.1:" + portOf(service));
	}

	/** A database of somebody else has one role for all, so the schema is named. */
	private Map<String, String> database(ServiceUnit unit) {
		return this.outside.value("DATABASE_URL")
			.map((url) -> Map.of("DATABASE_URL", url + (url.contains("?") ? "&" : "?") + "currentSchema=" + unit.role(),
					"SPRING_FLYWAY_DEFAULT_SCHEMA", unit.role(), "SPRING_FLYWAY_CREATE_SCHEMAS", "true"))
			.orElseGet(() -> own(postgres().database(unit.role())));
	}

	private static Map<String, String> own(Database database) {
		return Map.of("DATABASE_URL", database.jdbcUrl(), "DATABASE_USER", database.user(), "DATABASE_PASSWORD",
				database.password());
	}

	String kafkaBrokers() {
		if (this.lent != null) {
			return this.lent.broker().bootstrapServers();
		}
		return this.outside.value("KAFKA_BROKERS").orElse("127.0.0.1:" + this.kafkaSettings.port());
	}

	Broker broker() {
		return (this.lent != null) ? this.lent.broker() : started(this.broker, "Kafka");
	}

	DatabaseServer postgres() {
		return (this.lent != null) ? this.lent.database() : started(this.postgres, "PostgreSQL");
	}

	Simulators simulators() {
		return this.simulators;
	}

	/** Ends the simulators first: nobody speaks to them any more. */
	@Override
	public void close() {
		this.progress.close(this.simulators);
		this.progress.close(this.broker);
		this.progress.close(this.postgres);
	}

	static <T> T started(@Nullable T part, String name) {
		if (part == null) {
			throw new IllegalStateException(name + " was not started here");
		}
		return part;
	}

}
