package studio.avatar.sandbox.launch.journey;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One container of a service.
 *
 * @param id as the engine calls it
 * @param terminal where {@code docker} is run
 */
record Instance(String id, Terminal terminal) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Metrics page over bash alone: the image holds no program that fetches pages. */
	private static final String METRICS = "exec 3<>/dev/tcp/127.0.0.1/8081; "
			+ "printf 'GET /actuator/prometheus HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3";

	/** Ends it as {@code kill -9} does; the engine does not start it again. */
	void kill() {
		docker("kill", this.id);
	}

	boolean isHealthy() {
		return inspect("{{.State.Health.Status}}").equals("healthy");
	}

	/** A field of its description, as {@code docker inspect --format} takes it. */
	String inspect(String format) {
		return docker("inspect", "--format", format, this.id).strip();
	}

	/**
	 * How many records its consumers have met with this outcome.
	 * @param consumer service and topic, {@code training/chat.training}
	 */
	long messages(String consumer, String outcome) {
		Pattern line = Pattern.compile("(?m)^messages_total\\{.*consumer=\"" + Pattern.quote(consumer)
				+ "\".*outcome=\"" + outcome + "\".*} (\\S+)$");
		return line.matcher(metrics())
			.results()
			.map((MatchResult result) -> result.group(1))
			.mapToLong((number) -> (long) Double.parseDouble(number))
			.sum();
	}

	/** Whether this gateway is the one that asks Telegram for updates. */
	boolean polls() {
		return metrics().lines().anyMatch("telegram_polling 1.0"::equals);
	}

	/** What it reports, in Prometheus' words. */
	String metrics() {
		return exec("bash", "-c", METRICS);
	}

	String exec(String... command) {
		return docker(Stream.concat(Stream.of("exec", this.id), Stream.of(command)).toArray(String[]::new));
	}

	private String docker(String... arguments) {
		List<String> command = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
		return this.terminal.run(PATIENCE, command);
	}

}
