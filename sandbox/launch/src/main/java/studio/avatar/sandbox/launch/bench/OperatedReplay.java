package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

/**
 * One replay as two people lead it. The console is asked seldom: its answers cost the
 * same cores.
 */
final class OperatedReplay {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration GLANCE = Duration.ofMillis(500);

	private final Console operator;

	private final Console approver;

	private final String address;

	private OperatedReplay(Sandbox sandbox, String id) {
		this.operator = Console.of(sandbox, Console.OPERATOR);
		this.approver = Console.of(sandbox, Console.APPROVER);
		this.address = "/api/replays/" + id;
	}

	/** Freezes a plan of all records of that type. */
	static OperatedReplay planned(Sandbox sandbox, String consumer, String type) {
		JsonNode planned = Console.of(sandbox, Console.OPERATOR)
			.post("/api/replays",
					Map.of("consumer", consumer, "select", Map.of("types", List.of(type)), "reason", "to measure it"));
		return new OperatedReplay(sandbox, planned.path("id").asString(""));
	}

	/**
	 * Lets the service handle all of them and take it back; how that went.
	 * @throws SandboxException when it takes more than three minutes
	 */
	JsonNode previewed() {
		this.operator.post(this.address + "/preview", Map.of());
		awaitState("PREVIEWED");
		return stands().path("preview");
	}

	/** Asks for the run, and the second person agrees. */
	void run(int rate) {
		this.operator.post(this.address + "/run", Map.of("reason", "to measure it", "rate", rate));
		this.approver.post(this.address + "/approve", Map.of());
	}

	/** Waits until so many more of the run have an outcome. */
	void awaitOutcomes(long more) {
		long before = answered();
		if (!Waiting.within(PATIENCE, GLANCE, () -> answered() >= before + more)) {
			throw new SandboxException("The replay stands still: " + stands());
		}
	}

	/** How many records of the run have an outcome. */
	long answered() {
		return run().path("answered").asLong(0);
	}

	/** How many of the run were handled, for the first time. */
	long handled() {
		return run().path("sums").path("results").path("HANDLED").asLong(0);
	}

	boolean isRunning() {
		return state().equals("RUNNING");
	}

	/**
	 * Gives up what is left of the run, if anything is, and waits for what is under way.
	 */
	void end() {
		if (isRunning()) {
			this.operator.post(this.address + "/cancel", Map.of());
		}
		Waiting.within(PATIENCE, GLANCE, () -> run().path("inFlight").asLong(0) == 0);
	}

	private JsonNode run() {
		return stands().path("run");
	}

	private void awaitState(String state) {
		if (!Waiting.within(PATIENCE, GLANCE, () -> state().equals(state))) {
			throw new SandboxException("The replay is not " + state + ": " + stands());
		}
	}

	private String state() {
		return stands().path("state").asString("");
	}

	private JsonNode stands() {
		return this.operator.get(this.address);
	}

	/** How long a preview or a run took, by the console's own clock. */
	static double seconds(JsonNode pass) {
		return Duration
			.between(Instant.parse(pass.path("startedAt").asString()), Instant.parse(pass.path("endedAt").asString()))
			.toMillis() / 1000.0;
	}

}
