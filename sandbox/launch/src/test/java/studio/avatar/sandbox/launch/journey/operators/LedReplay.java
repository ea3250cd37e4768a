package studio.avatar.sandbox.launch.journey.operators;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One replay, led from its plan to its end as operators do it. */
final class LedReplay {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Set<String> ENDS = Set.of("COMPLETED", "CANCELLED", "STOPPED");

	private final Console operator;

	private final Console approver;

	private final String id;

	private LedReplay(Sandbox sandbox, String id) {
		this.operator = Console.of(sandbox, Console.OPERATOR);
		this.approver = Console.of(sandbox, Console.APPROVER);
		this.id = id;
	}

	/** Freezes a plan. */
	static LedReplay plan(Sandbox sandbox, Wish wish) {
		JsonNode planned = Console.of(sandbox, Console.OPERATOR).post("/api/replays", wish.frozen());
		return new LedReplay(sandbox, planned.path("id").asString(""));
	}

	String id() {
		return this.id;
	}

	/** How it stands; asked again while the console is away. */
	JsonNode stands() {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.ignoreException(UncheckedIOException.class)
			.until(() -> this.operator.get("/api/replays/" + this.id), (replay) -> replay.has("state"));
	}

	LedReplay beginPreview() {
		this.operator.post("/api/replays/" + this.id + "/preview", Map.of());
		return this;
	}

	/** What it would do. */
	JsonNode previewed() {
		return reaches(Set.of("PREVIEWED")).path("preview");
	}

	/** Asks for the run, and has the second person agree where one is needed. */
	LedReplay beginRun(int rate) {
		JsonNode asked = this.operator.post("/api/replays/" + this.id + "/run",
				Map.of("reason", "to see what comes of it", "rate", rate));
		if (asked.path("state").asString("").equals("AWAITING_APPROVAL")) {
			this.approver.post("/api/replays/" + this.id + "/approve", Map.of());
		}
		return this;
	}

	/** What came of it, once every record has an outcome. */
	JsonNode completed() {
		JsonNode ended = reaches(ENDS);
		assertThat(ended.path("state").asString("")).as("%s", ended).isEqualTo("COMPLETED");
		JsonNode run = ended.path("run");
		assertThat(run.path("answered").asLong(0)).isEqualTo(ended.path("records").asLong(0));
		return run;
	}

	JsonNode reaches(Set<String> states) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(300))
			.until(this::stands, (replay) -> states.contains(replay.path("state").asString("")));
	}

	/**
	 * What somebody wants replayed.
	 *
	 * @param consumer who meets the records again
	 * @param select which; nothing means all that the consumer hears
	 */
	record Wish(String consumer, String mode, Map<String, ?> select) {

		static Wish all(String consumer, String mode) {
			return new Wish(consumer, mode, Map.of());
		}

		/** Waits until the archive has so many of them. */
		void awaitArchived(Console console, long records) {
			await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> count(console) == records);
		}

		/** How many records a plan would freeze now. */
		long count(Console console) {
			return console.post("/api/replays/estimate", counted()).path("count").asLong(0);
		}

		private Map<String, Object> counted() {
			return Map.of("consumer", this.consumer, "mode", this.mode, "select", this.select);
		}

		Map<String, Object> frozen() {
			return Map.of("consumer", this.consumer, "mode", this.mode, "select", this.select, "reason",
					"everything once more");
		}

	}

}
