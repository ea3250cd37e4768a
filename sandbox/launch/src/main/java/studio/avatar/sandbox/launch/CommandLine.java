package studio.avatar.sandbox.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param port port of the web chat
 * @param fresh whether all data of earlier runs are forgotten
 * @param help whether only the help text is wanted
 */
record CommandLine(int port, boolean fresh, boolean help) {

	static final String HELP = """
			Usage: ./run [options]

			Starts Avatar Studio on this machine: PostgreSQL, Kafka, a simulated Telegram with a
			web chat, a simulated image provider and the services. Ctrl-C stops everything; data
			stay in .sandbox.

			  --fresh      forget all data of earlier runs first
			  --port N     port of the web chat (default 8080)
			  --no-build   start what was built last
			  --help       this text

			Real services are used instead of simulated ones when the environment names them:
			  TELEGRAM_BOT_TOKEN                       a real bot (TELEGRAM_API_URL for another server)
			  FAL_KEY                                  real pictures, which cost money
			  LLM_API_KEY, LLM_BASE_URL, LLM_MODEL     a real language model
			  KAFKA_BROKERS                            an existing broker
			  DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD   an existing PostgreSQL
			""";

	private static final int DEFAULT_PORT = 8080;

	private static final int HIGHEST_PORT = 65535;

	/**
	 * Reads the words.
	 * @throws SandboxException on a word that is not known
	 */
	static CommandLine parse(List<String> words) {
		int port = DEFAULT_PORT;
		boolean fresh = false;
		boolean help = false;
		Deque<String> rest = new ArrayDeque<>(words);
		while (!rest.isEmpty()) {
			String word = rest.pop();
			switch (word) {
				case "--fresh" -> fresh = true;
				case "--help", "-h" -> help = true;
				case "--port" -> port = port(rest.isEmpty() ? "" : rest.pop());
				default -> throw new SandboxException("Unknown option " + word + ": see ./run --help");
			}
		}
		return new CommandLine(port, fresh, help);
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
