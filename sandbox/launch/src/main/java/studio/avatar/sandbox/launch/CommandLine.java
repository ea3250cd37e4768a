package studio.avatar.sandbox.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param port port of the web chat
 * @param fresh whether all data of earlier runs are forgotten
 */
record CommandLine(int port, boolean fresh) {

	private static final int DEFAULT_PORT = 8080;

	private static final int HIGHEST_PORT = 65535;

	/**
	 * Reads the words.
	 * @throws SandboxException on a word that is not known
	 */
	static CommandLine parse(List<String> words) {
		int port = DEFAULT_PORT;
		boolean fresh = false;
		Deque<String> rest = new ArrayDeque<>(words);
		while (!rest.isEmpty()) {
			String word = rest.pop();
			switch (word) {
				case "--fresh" -> fresh = true;
				case "--port" -> port = port(rest.isEmpty() ? "" : rest.pop());
				default -> throw new SandboxException("Unknown option " + word + ": see ./run --help");
			}
		}
		return new CommandLine(port, fresh);
	}

	private static int port(String word) {
		try {
			int port = Integer.parseInt(word);
			if (port > 0 && port <= HIGHEST_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// said below, as for any other word that is no port
		}
		throw new SandboxException("--port needs a number from 1 to " + HIGHEST_PORT + ", not \"" + word + "\"");
	}

}
