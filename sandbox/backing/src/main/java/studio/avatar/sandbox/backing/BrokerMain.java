package studio.avatar.sandbox.backing;

import java.nio.file.Path;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The broker's own JVM: formats the storage once, then runs Kafka as its own start script
 * would.
 */
final class BrokerMain {

	/**
	 * Any valid id does, because this cluster never meets another; a fixed one makes
	 * formatting repeatable.
	 */
	private static final String CLUSTER_ID = "YXZhdGFyLXN0dWRpby1sMQ";

	private BrokerMain() {
	}

	/** Takes one argument: the path of the broker's properties. */
	public static void main(String[] args) {
		Path properties = Path.of(args[0]);
		if (!properties.resolveSibling("data").resolve("meta.properties").toFile().exists()) {
			format(properties);
		}
		Kafka.main(new String[] { properties.toString() });
	}

	private static void format(Path properties) {
		int outcome = StorageTool.execute(
				new String[] { "format", "--cluster-id", CLUSTER_ID, "--config", properties.toString() }, System.out);
		if (outcome != 0) {
			System.exit(outcome);
		}
	}

}
