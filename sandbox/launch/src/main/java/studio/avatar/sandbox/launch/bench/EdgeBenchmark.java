package studio.avatar.sandbox.launch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.launch.Project;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.SandboxOptions;
import studio.avatar.sandbox.provider.Pace;

/**
 * {@code ./run --bench-edge}: how many updates the gateway takes in, and how long people
 * wait under load. Everything runs on this one machine, also what stands in for Telegram
 * and makes the load.
 */
final class EdgeBenchmark {

	/** So that pictures are under way as long as something is measured. */
	private static final Pace SLOW_PICTURES = new Pace(Duration.ofMillis(200), Duration.ofSeconds(1),
			Duration.ofMinutes(5));

	private static final int PEOPLE = 400;

	private static final long FIRST_PERSON = 20_000;

	private EdgeBenchmark() {
	}

	public static void main(String[] args) {
		Path folder = Project.root().resolve("sandbox/launch/target/benchmark");
		System.setProperty("sandbox.log", folder.resolve("logs/launcher.log").toString());
		String machine = Machine.facts();
		SandboxOptions options = SandboxOptions.forTests(folder)
			.withPace(SLOW_PICTURES)
			.withEnvironment(settings(System.getenv()))
			.freshly();
		try (Sandbox sandbox = Sandbox.start(options)) {
			System.out.println();
			System.out.println(machine);
			sandbox.telegram().limits().off();
			measure(new Rig(sandbox, folder));
		}
		catch (SandboxException | BackingException | CompletionException ex) {
			System.err.println("The benchmark cannot run. " + ex.getMessage());
			System.exit(1);
		}
	}

	/**
	 * Telegram's thirty calls a second would hide the system behind its own limit, so the
	 * sender is told of a larger one. Work under way is asked for as often as in
	 * production, not as often as on a developer's machine.
	 */
	private static Map<String, String> settings(Map<String, String> environment) {
		Map<String, String> settings = new HashMap<>(Map.of("STUDIO_REPLY_OVERALL", "1000",
				"STUDIO_GENERATION_PROGRESSEVERY", "3s", "STUDIO_GENERATION_POLL_FIRST", "1s",
				"STUDIO_GENERATION_POLL_LONGEST", "5s", "STUDIO_GENERATION_DEADLINE", "20m"));
		environment.forEach((name, value) -> {
			if (name.startsWith("STUDIO_")) {
				settings.put(name, value);
			}
		});
		return settings;
	}

	private static void measure(Rig rig) {
		System.out.println("Telegram's limits are off: the sender may say 1000 things a second instead of 30. Load"
				+ " and simulators run on the same cores.");
		Crowd crowd = Crowd.of(rig.telegram(), FIRST_PERSON, PEOPLE);
		System.out.println("Updates taken in and committed, of " + crowd.size() + " people at once");
		new IntakeScenario(rig, crowd).run();
		System.out.println("Milliseconds from a press to the call that shows its answer");
		SteadyScenario steady = new SteadyScenario(rig, crowd);
		steady.warmUp();
		steady.run("50/s", 50);
		steady.run("200/s", 200);
		new FloodScenario(rig, steady).run();
		new GenerationsScenario(rig, steady).run();
	}

}
