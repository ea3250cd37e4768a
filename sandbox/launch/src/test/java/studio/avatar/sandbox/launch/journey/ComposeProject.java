package studio.avatar.sandbox.launch.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * {@code docker-compose.yml} under a name of its own, with two instances of each service,
 * gone with all its data when it is closed.
 */
final class ComposeProject implements AutoCloseable {

	static final List<String> SERVICES = List.of("gateway-bot", "training-service", "generation-service",
			"gallery-service");

	/** Every service and the console, which runs once. */
	static final List<String> ALL = Stream.concat(SERVICES.stream(), Stream.of("operator-console")).toList();

	private static final Duration BUILDING = Duration.ofMinutes(12);

	private static final Duration STARTING = Duration.ofMinutes(3);

	private static final String QUERY = "PGPASSWORD=$POSTGRES_PASSWORD "
			+ "psql -h 127.0.0.1 -U postgres -d avatar_studio -At -c \"$0\"";

	private final Terminal terminal = new Terminal(root());

	private final List<String> compose;

	private ComposeProject() {
		if (!this.terminal.succeeds(List.of("docker", "info"))) {
			throw new AssertionError("The tests of docker-compose.yml need a Docker engine, and none answers: "
					+ "start one, or leave the Maven profile compose off.");
		}
		String name = "avatar-studio-it-" + UUID.randomUUID().toString().substring(0, 8);
		this.compose = Stream
			.concat(program().stream(),
					Stream.of("-p", name, "--env-file", "sandbox/launch/src/test/compose/it.env", "-f",
							"docker-compose.yml", "-f", "sandbox/launch/src/test/compose/it.yml"))
			.toList();
	}

	/** Builds the images and waits until every container is healthy. */
	static ComposeProject up() {
		ComposeProject project = new ComposeProject();
		try {
			project.compose(BUILDING, "build", "--quiet");
			project.compose(STARTING, "up", "--detach", "--scale", "gateway-bot=2", "--scale", "training-service=2",
					"--scale", "generation-service=2", "--scale", "gallery-service=2");
			await().atMost(STARTING).pollInterval(Duration.ofSeconds(1)).until(project::isHealthy);
			return project;
		}
		catch (RuntimeException | AssertionError ex) {
			project.close();
			throw ex;
		}
	}

	private boolean isHealthy() {
		return ALL.stream().flatMap((service) -> instances(service).stream()).allMatch(Instance::isHealthy);
	}

	List<Instance> instances(String service) {
		return compose(Duration.ofSeconds(30), "ps", "--quiet", service).lines()
			.filter((line) -> !line.isBlank())
			.map((id) -> new Instance(id, this.terminal))
			.toList();
	}

	/** Where a port of the simulators is reached from this machine. */
	URI simulators(int port) {
		return published("simulators", port);
	}

	/** Where operators reach their console from this machine. */
	URI console() {
		return published("operator-console", 8080);
	}

	private URI published(String service, int port) {
		return URI.create("http://" + compose(Duration.ofSeconds(30), "port", service, Integer.toString(port)).strip());
	}

	/** What the database answers to its superuser, one line for each row. */
	List<String> query(String sql) {
		return instances("postgres").getFirst().exec("bash", "-c", QUERY, sql).lines().toList();
	}

	/** How many records all topics together hold whose name fits. */
	long recordsIn(String topics) {
		return instances("kafka").getFirst()
			.exec("/opt/kafka/bin/kafka-get-offsets.sh", "--bootstrap-server", "kafka:9092", "--topic", topics)
			.lines()
			.filter((line) -> line.matches("[^:]+:\\d+:\\d+"))
			.mapToLong((line) -> Long.parseLong(line.substring(line.lastIndexOf(':') + 1)))
			.sum();
	}

	/** The words of a file of the project. */
	String file(String name) {
		try {
			return Files.readString(root().resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		compose(Duration.ofMinutes(2), "down", "--volumes", "--remove-orphans", "--timeout", "5");
	}

	private String compose(Duration patience, String... arguments) {
		return this.terminal.run(patience, Stream.concat(this.compose.stream(), Stream.of(arguments)).toList());
	}

	private List<String> program() {
		return this.terminal.succeeds(List.of("docker", "compose", "version")) ? List.of("docker", "compose")
				: List.of("docker-compose");
	}

	private static Path root() {
		return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
			.filter((folder) -> Files.exists(folder.resolve("docker-compose.yml")))
			.findFirst()
			.orElseThrow();
	}

}
