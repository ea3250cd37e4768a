package studio.avatar.sandbox.backing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Servers that the environment names. They belong to somebody: tests of faults get
 * embedded ones instead.
 *
 * @param environment names them: {@code KAFKA_BROKERS}, {@code DATABASE_URL},
 * {@code DATABASE_USER}, {@code DATABASE_PASSWORD}; the user may create roles
 */
record GivenServers(Map<String, String> environment) implements Servers {

	static boolean areIn(Map<String, String> environment) {
		return !value(environment, "KAFKA_BROKERS").isBlank() && !value(environment, "DATABASE_URL").isBlank();
	}

	/** Says that one of the two addresses alone was passed over; else nothing. */
	static String halfGiven(Map<String, String> environment) {
		List<String> set = Stream.of("KAFKA_BROKERS", "DATABASE_URL")
			.filter((variable) -> !value(environment, variable).isBlank())
			.toList();
		return (set.size() == 1) ? set.getFirst() + " alone is not enough and " : "";
	}

	@Override
	public String name() {
		return "given";
	}

	@Override
	public Broker broker() {
		GivenBroker broker = new GivenBroker(value(this.environment, "KAFKA_BROKERS"));
		try (BrokerProbe probe = BrokerProbe.of(broker.bootstrapServers())) {
			if (!probe.answers()) {
				throw new BackingException(
						"No broker answers at " + broker.bootstrapServers() + ", which KAFKA_BROKERS names");
			}
		}
		return broker;
	}

	@Override
	public DatabaseServer database() {
		return new GivenDatabase(new PostgresSchemas(value(this.environment, "DATABASE_URL"),
				value(this.environment, "DATABASE_USER"), value(this.environment, "DATABASE_PASSWORD")));
	}

	@Override
	public Servers ofOnesOwn() {
		return new EmbeddedServers();
	}

	/** Says no password. */
	@Override
	public String toString() {
		return name();
	}

	private static String value(Map<String, String> environment, String variable) {
		return environment.getOrDefault(variable, "");
	}

}
