package studio.avatar.sandbox.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;

import studio.avatar.sandbox.backing.Port;

/**
 * Where the operators' console listens: at the same port from one run to the next, so
 * that a link to a record or a replay stays good.
 */
final class ConsolePort {

	/** Where it listens in containers too. */
	private static final int USUAL = 8085;

	private ConsolePort() {
	}

	/**
	 * The one that is asked for.
	 * @throws SandboxException when another program has it
	 */
	static int asked(int port) {
		if (Port.taken(port)) {
			throw new SandboxException("Port " + port
					+ " is in use by another program: choose another one with --console-port, or none at all");
		}
		return port;
	}

	/** The one of last time, else the usual one, else any that is free. */
	static int kept(Path folder) {
		IntStream lastTime = Operators.addressIn(folder).map(URI::getPort).stream().mapToInt(Integer::intValue);
		return IntStream.concat(lastTime, IntStream.of(USUAL))
			.filter((port) -> port > 0 && !Port.taken(port))
			.findFirst()
			.orElseGet(Port::free);
	}

}
