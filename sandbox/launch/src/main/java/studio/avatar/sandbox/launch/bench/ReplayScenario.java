package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

/**
 * Events are archived, previewed and replayed to a consumer that has not met any of them:
 * it is paused while they are said, so that all it does for them is done by the replay.
 */
final class ReplayScenario {

	private static final String CONSUMER = "gallery/" + RenamedAvatars.TOPIC;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** Counting costs the database; the archive shares it. */
	private static final Duration GLANCE = Duration.ofMillis(250);

	private final Rig rig;

	private final int events;

	private final Goals goals;

	ReplayScenario(Rig rig, int events, Goals goals) {
		this.rig = rig;
		this.events = events;
		this.goals = goals;
	}

	/**
	 * Pauses all who would meet the events live, as operators do: handling tens of
	 * thousands would go on while people are watched.
	 */
	void brake() {
		Console operator = Console.of(this.rig.sandbox(), Console.OPERATOR);
		for (String consumer : List.of(CONSUMER, "generation/" + RenamedAvatars.TOPIC)) {
			operator.post("/api/consumers/" + consumer + "/pause", Map.of("reason", "to measure it"));
			Waiting.until(consumer + " is paused", () -> isPaused(operator, consumer));
		}
	}

	private static boolean isPaused(Console operator, String consumer) {
		return StreamSupport.stream(operator.get("/api/consumers").spliterator(), false)
			.anyMatch((one) -> one.at("/look/consumer").asString("").equals(consumer)
					&& one.path("state").asString("").equals("PAUSED"));
	}

	/** Says how fast the archive takes events in. */
	void archive(double goal) {
		KeptRows archive = new KeptRows(this.rig.sandbox().database("console"),
				"select count(*) from archived_event where event_type = '" + RenamedAvatars.TYPE + "'");
		long begin = System.nanoTime();
		new RenamedAvatars(this.rig.sandbox().kafkaBrokers()).publish(this.events);
		await("the archive has all of them", archive);
		this.goals.atLeast("events archived", this.events / seconds(begin), goal);
	}

	private void await(String what, KeptRows rows) {
		if (!Waiting.within(PATIENCE, GLANCE, () -> rows.number() >= this.events)) {
			throw new SandboxException("Not within " + PATIENCE.toMinutes() + " min: " + what);
		}
	}

	OperatedReplay planned() {
		return OperatedReplay.planned(this.rig.sandbox(), CONSUMER, RenamedAvatars.TYPE);
	}

	/** Says how fast a preview goes; the first one warms up. */
	void preview(OperatedReplay replay, double goal) {
		for (String round : List.of("warming up", "previewed")) {
			JsonNode preview = replay.previewed();
			double perSecond = this.events / OperatedReplay.seconds(preview);
			System.out.printf(Locale.ROOT, "  %s: %.0f/s; %s%n", round, perSecond,
					preview.path("sums").path("results"));
			if (preview.at("/sums/results/WOULD_BE_HANDLED").asLong(0) != this.events) {
				throw new SandboxException("That was no preview of records nobody has handled");
			}
			if (round.equals("previewed")) {
				this.goals.atLeast("events previewed that were not handled yet", perSecond, goal);
			}
		}
	}

	/** Measures presses while the run goes on; false when there was not enough of it. */
	boolean amid(OperatedReplay replay, Runnable presses) {
		long before = replay.handled();
		long begin = System.nanoTime();
		presses.run();
		double watched = seconds(begin);
		boolean running = replay.isRunning();
		System.out.printf(Locale.ROOT, "    the replay had %.0f records a second handled meanwhile%s%n",
				(replay.handled() - before) / watched, running ? "" : ", and was over before the end");
		return running;
	}

	private static double seconds(long begin) {
		return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
	}

}
