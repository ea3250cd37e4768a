package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

/** Events are archived, previewed and replayed to a consumer that knows them already. */
final class ReplayScenario {

	private static final String CONSUMER = "gallery/" + RenamedAvatars.TOPIC;

	/** What an operator may ask for, records a second. */
	private static final int CAP = 2_000;

	private final Rig rig;

	private final SteadyScenario steady;

	private final int events;

	private final Console operator;

	private final Console approver;

	ReplayScenario(Rig rig, SteadyScenario steady, int events) {
		this.rig = rig;
		this.steady = steady;
		this.events = events;
		this.operator = Console.of(rig.sandbox(), Console.OPERATOR);
		this.approver = Console.of(rig.sandbox(), Console.APPROVER);
	}

	/** Prints how fast the archive takes events in while services handle them as well. */
	void archive() {
		KeptRows archive = new KeptRows(this.rig.sandbox().database("console"),
				"select count(*) from archived_event where event_type = 'training.avatar-renamed'");
		long begin = System.nanoTime();
		new RenamedAvatars(this.rig.sandbox().kafkaBrokers()).publish(this.events);
		double published = seconds(begin);
		Waiting.within(Duration.ofMinutes(5), () -> archive.number() >= this.events);
		print("archive", seconds(begin),
				"; published within %.1f s, handled by two services meanwhile".formatted(published));
		awaitHandled("gallery");
		awaitHandled("generation");
	}

	private void awaitHandled(String service) {
		KeptRows inbox = new KeptRows(this.rig.sandbox().database(service),
				"select count(*) from inbox where consumer = '%s/%s'".formatted(service, RenamedAvatars.TOPIC));
		Waiting.within(Duration.ofMinutes(5), () -> inbox.number() >= this.events);
	}

	/** Prints how fast a preview goes; the first one warms up. */
	void preview() {
		for (String round : List.of("warming up", "round 1", "round 2")) {
			JsonNode preview = previewed(planned());
			print("preview, " + round, seconds(preview), "; " + preview.path("sums").path("results"));
		}
	}

	/** Measures presses while a replay runs as fast as an operator may let it. */
	void runAmid(String what, int perSecond) {
		String replay = planned();
		previewed(replay);
		this.rig.settle();
		this.operator.post(replay + "/run", Map.of("reason", "to measure", "rate", CAP));
		this.approver.post(replay + "/approve", Map.of());
		Waiting.until("the replay is at its pace", () -> answered(replay) > CAP);
		long before = answered(replay);
		long begin = System.nanoTime();
		this.steady.runAmid(what, perSecond);
		double watched = seconds(begin);
		System.out.printf(Locale.ROOT, "    the replay went at %.0f/s meanwhile, and %s%n",
				(answered(replay) - before) / watched,
				isRunning(replay) ? "ran to the end of it" : "was over before: watch a shorter time, or replay more");
		Waiting.within(Duration.ofMinutes(5), () -> !isRunning(replay));
		JsonNode run = this.operator.get(replay).path("run");
		print("replay at " + CAP + "/s", seconds(run), "; " + run.path("sums").path("results"));
	}

	private boolean isRunning(String replay) {
		return this.operator.get(replay).path("state").asString("").equals("RUNNING");
	}

	private long answered(String replay) {
		return this.operator.get(replay).path("run").path("answered").asLong(0);
	}

	/** A replay of all of them, by its address. */
	private String planned() {
		JsonNode planned = this.operator.post("/api/replays", Map.of("consumer", CONSUMER, "select",
				Map.of("types", List.of("training.avatar-renamed")), "reason", "to measure"));
		return "/api/replays/" + planned.path("id").asString();
	}

	private JsonNode previewed(String replay) {
		this.operator.post(replay + "/preview", Map.of());
		Waiting.within(Duration.ofMinutes(5),
				() -> this.operator.get(replay).path("state").asString("").equals("PREVIEWED"));
		return this.operator.get(replay).path("preview");
	}

	private void print(String what, double seconds, String rest) {
		System.out.printf(Locale.ROOT, "  %-24s %d events in %.1f s: %.0f/s%s%n", what, this.events, seconds,
				this.events / seconds, rest);
	}

	private static double seconds(JsonNode walk) {
		return Duration
			.between(Instant.parse(walk.path("startedAt").asString()), Instant.parse(walk.path("endedAt").asString()))
			.toMillis() / 1000.0;
	}

	private static double seconds(long begin) {
		return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
	}

}
