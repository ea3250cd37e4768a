package studio.avatar.sandbox.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param port port of the web chat
 * @param consolePort port of the operators' console; 0 when none was named
 * @param fresh whether all data of earlier runs are forgotten
 */
record CommandLine(int port, int consolePort, boolean fresh) {

	private static final int DEFAULT_PORT = 8080;

	private static final int HIGHEST_PORT = 65535;

	/**
	 * Reads the words.
	 * @throws SandboxException on a word that is not known
	 */
	static CommandLine parse(List<String> words) {
		int port = DEFAULT_PORT;
		int consolePort = 0;
		boolean fresh = false;
		Deque<String> rest = new ArrayDeque<>(words);
		while (!rest.isEmpty()) {
			String word = rest.pop();
			switch (word) {
				case "--fresh" -> fresh = true;
				case "--port" -> port = port(word, rest);
				case "--console-port" -> consolePort = port(word, rest);
				default -> throw new SandboxException("Unknown option " + word + ": see ./run --help");
			}
		}
		return new CommandLine(port, consolePort, fresh);
	}

	private static int port(String option, Deque<String> rest) {
		String word = rest.isEmpty() ? "" : rest.pop();
		try {
			int port = Integer.parseInt(word);
			if (port > 0 && port <= HIGHEST_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// said below, as for any other word that is no port
		}
		throw new SandboxException(option + " needs a number from 1 to " + HIGHEST_PORT + ", not \"" + word + "\"");
	}

}
