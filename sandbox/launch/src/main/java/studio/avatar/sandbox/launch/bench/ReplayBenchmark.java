package studio.avatar.sandbox.launch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.launch.Project;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.SandboxOptions;

/**
 * {@code ./run --bench-replay}: how fast the console archives and previews, and how long
 * people wait while a replay runs as fast as it may; all of it is held against its goals.
 * Everything runs on this one machine, also what stands in for Telegram and makes the
 * load. Ends with 2 when a goal is missed.
 */
final class ReplayBenchmark {

	private static final int PEOPLE = 200;

	private static final long FIRST_PERSON = 20_000;

	/** Enough for a replay at its cap to last as long as people are watched. */
	private static final int EVENTS = 80_000;

	/** Presses a second. */
	private static final int PRESSES = 50;

	/** Whole rounds of everybody, so that each time begins as the one before. */
	private static final Duration SPAN = Duration.ofSeconds(32);

	/** Events a second, archived as well as previewed. */
	private static final double PACE = 2_000;

	/**
	 * Records a second that an operator may ask for, unless the console is set to more.
	 */
	private static final int CAP = Integer.parseInt(System.getenv().getOrDefault("CONSOLE_REPLAY_HIGHESTRATE", "200"));

	private static final int GOAL_MISSED = 2;

	private final Rig rig;

	private final Goals goals = new Goals();

	private ReplayBenchmark(Rig rig) {
		this.rig = rig;
	}

	public static void main(String[] args) {
		Path folder = Project.root().resolve("sandbox/launch/target/benchmark");
		System.setProperty("sandbox.log", folder.resolve("logs/launcher.log").toString());
		String machine = Machine.facts();
		SandboxOptions options = SandboxOptions.forTests(folder)
			.withConsole()
			.withEnvironment(settings(System.getenv()))
			.freshly();
		List<String> missed;
		try (Sandbox sandbox = Sandbox.start(options)) {
			System.out.println();
			System.out.println(machine);
			sandbox.telegram().limits().off();
			missed = new ReplayBenchmark(new Rig(sandbox, folder)).measure();
		}
		catch (SandboxException | BackingException | CompletionException ex) {
			System.err.println("The benchmark cannot run. " + ex.getMessage());
			System.exit(1);
			return;
		}
		System.out.println(missed.isEmpty() ? "Every goal is reached." : missed.size() + " of the goals are missed.");
		System.exit(missed.isEmpty() ? 0 : GOAL_MISSED);
	}

	/** Telegram's thirty calls a second would hide the system behind its own limit. */
	private static Map<String, String> settings(Map<String, String> environment) {
		Map<String, String> settings = new HashMap<>(Map.of("STUDIO_REPLY_OVERALL", "1000"));
		environment.forEach((name, value) -> {
			if (name.startsWith("STUDIO_") || name.startsWith("CONSOLE_REPLAY_")) {
				settings.put(name, value);
			}
		});
		return settings;
	}

	private List<String> measure() {
		System.out.println("Telegram's limits are off. Load and simulators run on the same cores.");
		SteadyScenario steady = new SteadyScenario(this.rig, Crowd.mixed(this.rig.telegram(), FIRST_PERSON, PEOPLE),
				SPAN);
		steady.warmUp();
		ReplayScenario scenario = new ReplayScenario(this.rig, EVENTS, this.goals);
		scenario.brake();
		System.out.println(EVENTS + " events that a paused consumer has not met");
		scenario.archive(PACE);
		OperatedReplay replay = scenario.planned();
		scenario.preview(replay, PACE);
		System.out.println("Milliseconds from a press to the call that shows its answer");
		presses(steady, scenario, replay);
		return this.goals.missed();
	}

	private void presses(SteadyScenario steady, ReplayScenario scenario, OperatedReplay replay) {
		Answers before = steady.run(PRESSES + "/s before", PRESSES);
		replay.run(CAP);
		replay.awaitOutcomes(CAP);
		AtomicReference<Answers> amid = new AtomicReference<>(before);
		boolean lasted = scenario.amid(replay,
				() -> amid.set(steady.runAmid(PRESSES + "/s, a replay at its cap", PRESSES)));
		replay.end();
		Answers after = steady.run(PRESSES + "/s after", PRESSES);
		judge(before, amid.get(), after, lasted);
	}

	private void judge(Answers before, Answers amid, Answers after, boolean lasted) {
		this.goals.holds("a replay goes on as long as people are watched", lasted);
		this.goals.holds("every press is answered", before.missing() + amid.missing() + after.missing() == 0);
		judge("the gateway", before, amid, after, (press) -> !press.isForService());
		judge("a service", before, amid, after, Press::isForService);
	}

	/** Without a replay counts as the better of before and after. */
	private void judge(String who, Answers before, Answers amid, Answers after, Predicate<Press> which) {
		Latencies without = Stream.of(before, after)
			.map((answers) -> answers.latencies(which))
			.min(Comparator.comparingDouble((waits) -> waits.percentile(99)))
			.orElseThrow();
		this.goals.atMostDoubles("a press answered by " + who + ", a replay at its cap", without,
				amid.latencies(which));
	}

}
