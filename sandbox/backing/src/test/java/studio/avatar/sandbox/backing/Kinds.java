package studio.avatar.sandbox.backing;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The kinds of servers that a contract is tried on: the forced one, else all there are.
 */
final class Kinds {

	private Kinds() {
	}

	static Stream<Servers> present() {
		Choice chosen = Choice.of(System.getProperty("backing"), Map.of(), Engine::look);
		return Stream.of(chosen.servers(), new EmbeddedServers())
			.filter((servers) -> servers.equals(chosen.servers()) || !forced())
			.distinct();
	}

	private static boolean forced() {
		String wanted = System.getProperty("backing", "");
		return !wanted.isBlank() && !wanted.startsWith("${");
	}

}
