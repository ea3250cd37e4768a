package studio.avatar.sandbox.backing;

import java.util.List;

import com.github.dockerjava.api.DockerClient;

/** A PostgreSQL server in a container, as durable as the embedded one. */
final class ContainerDatabase implements DatabaseServer {

	private static final int PORT_INSIDE = 5432;

	private final int port;

	private final PostgresSchemas schemas;

	private final Container container;

	private ContainerDatabase(DockerClient engine, int port, String password) {
		this.port = port;
		this.schemas = PostgresSchemas.onThisMachine(port, password);
		this.container = Container.run(engine, Image.POSTGRES, Container.onLoopback(PORT_INSIDE, port),
				List.of("POSTGRES_PASSWORD=" + password, "POSTGRES_INITDB_ARGS=--encoding=UTF8 --locale=C"), command());
		awaitAnswer();
		this.schemas.createDatabase();
	}

	/** Starts a server on a free port and waits until it takes connections. */
	static ContainerDatabase start(DockerClient engine) {
		return new ContainerDatabase(engine, Port.free(), PostgresSchemas.newPassword());
	}

	@Override
	public Database database(String service) {
		return this.schemas.of(service);
	}

	@Override
	public String address() {
		return this.schemas.address();
	}

	@Override
	public String title() {
		return this.schemas.title();
	}

	String containerId() {
		return this.container.id();
	}

	@Override
	public void kill() {
		this.container.kill();
	}

	@Override
	public void restart() {
		close();
		this.container.startAgain();
		awaitAnswer();
	}

	@Override
	public void close() {
		this.container.stop();
	}

	private void awaitAnswer() {
		this.container.awaitAnswer(() -> Port.answers(this.port) && this.schemas.serverAnswers());
	}

	private static List<String> command() {
		return List.of("postgres -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=200"
			.concat(" -c shared_buffers=64MB -c timezone=UTC -c log_timezone=UTC")
			.split(" "));
	}

}
