package studio.avatar.sandbox.backing;

import java.nio.file.Path;

/**
 * Where the broker keeps its data and where it listens, always on 127.0.0.1.
 *
 * @param folder data, properties and log of the broker; kept between runs
 * @param port port for clients; 0 picks a free one
 * @param controllerPort port of the controller in the same process; 0 picks a free one
 */
public record KafkaSettings(Path folder, int port, int controllerPort) {

	public KafkaSettings {
		Port.check(port);
		Port.check(controllerPort);
		folder = folder.toAbsolutePath().normalize();
	}

	public static KafkaSettings in(Path folder) {
		return new KafkaSettings(folder, 0, 0);
	}

	/** The same settings with every free choice made, so that a restart repeats them. */
	KafkaSettings chosen() {
		return new KafkaSettings(this.folder, Port.orFree(this.port), Port.orFree(this.controllerPort));
	}

}
