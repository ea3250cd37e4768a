package studio.avatar.sandbox.backing;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The decision where broker and database come from.
 *
 * @param servers what was chosen
 * @param reason why, as the end of a sentence
 */
record Choice(Servers servers, String reason) {

	/**
	 * Decides.
	 * @param wanted value of the system property {@code backing}; an unset Maven property
	 * arrives as its own name
	 * @param environment may name servers that are there already
	 * @param engine looks for a Docker engine; called when nothing comes before it
	 * @throws BackingException when the wish is unknown or cannot be fulfilled
	 */
	static Choice of(@Nullable String wanted, Map<String, String> environment, Supplier<Engine> engine) {
		if (wanted == null || wanted.isBlank() || wanted.startsWith("${")) {
			return GivenServers.areIn(environment)
					? new Choice(new GivenServers(environment), "KAFKA_BROKERS and DATABASE_URL are set")
					: of(engine.get(), GivenServers.halfGiven(environment));
		}
		String reason = "-Dbacking=" + wanted + " says so";
		return switch (wanted) {
			case "embedded" -> new Choice(new EmbeddedServers(), reason);
			case "containers" -> new Choice(containers(engine.get()), reason);
			default ->
				throw new BackingException("Unknown -Dbacking=" + wanted + ": it is embedded, containers, or left out");
		};
	}

	private static Choice of(Engine engine, String before) {
		return switch (engine) {
			case Engine.Found found ->
				new Choice(new ContainerServers(found.client()), before + "a Docker engine answers");
			case Engine.Absent absent -> new Choice(new EmbeddedServers(), before + absent.reason());
		};
	}

	private static Servers containers(Engine engine) {
		return switch (engine) {
			case Engine.Found found -> new ContainerServers(found.client());
			case Engine.Absent absent -> throw new BackingException("-Dbacking=containers cannot be done: "
					+ absent.reason() + "; start one, or leave -Dbacking out to use embedded servers");
		};
	}

}
