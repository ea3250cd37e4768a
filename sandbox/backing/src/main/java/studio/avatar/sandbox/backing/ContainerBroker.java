package studio.avatar.sandbox.backing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.github.dockerjava.api.DockerClient;

/** A Kafka broker in a container. */
final class ContainerBroker implements Broker {

	private final int port;

	private final Container container;

	private ContainerBroker(DockerClient engine, int port) {
		this.port = port;
		this.container = Container.run(engine, Image.KAFKA, Container.onLoopback(port, port), environment(port),
				List.of());
		awaitAnswer();
	}

	/** Starts a broker on a free port and waits until it answers. */
	static ContainerBroker start(DockerClient engine) {
		return new ContainerBroker(engine, Port.free());
	}

	@Override
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public String title() {
		return "Kafka " + Image.KAFKA.tag();
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
		this.container.awaitAnswer(() -> Port.answers(this.port));
		try (BrokerProbe probe = BrokerProbe.of(bootstrapServers())) {
			this.container.awaitAnswer(probe::answers);
		}
	}

	/**
	 * The same port inside and outside, so that the broker reaches itself at the address
	 * that it advertises.
	 */
	private static List<String> environment(int port) {
		Map<String, String> settings = new TreeMap<>(BrokerProperties.shared());
		settings.put("listeners", "PLAINTEXT://0.0.0.0:" + port + ",CONTROLLER://127.0.0.1:9093");
		settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
		settings.put("controller.quorum.voters", "1@127.0.0.1:9093");
		settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
		settings.put("log.dirs", "/var/lib/kafka/data");
		settings.put("heap.opts", "-Xms128m -Xmx256m -XX:TieredStopAtLevel=1");
		return settings.entrySet().stream().map((set) -> variable(set.getKey()) + "=" + set.getValue()).toList();
	}

	/** How the image takes a setting. */
	private static String variable(String setting) {
		return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
	}

}
