package studio.avatar.sandbox.launch.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.launch.Project;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.SandboxOptions;

/**
 * {@code ./run --bench-replay}: how fast the console archives and previews, and how long
 * people wait while a replay runs as fast as it may. Everything runs on this one machine,
 * also what stands in for Telegram and makes the load.
 */
final class ReplayBenchmark {

	private static final int PEOPLE = 200;

	private static final long FIRST_PERSON = 20_000;

	/** Enough for a replay at its cap to last as long as people are watched. */
	private static final int EVENTS = 60_000;

	/** Presses a second. */
	private static final int PRESSES = 50;

	private ReplayBenchmark() {
	}

	public static void main(String[] args) {
		Path folder = Project.root().resolve("sandbox/launch/target/benchmark");
		System.setProperty("sandbox.log", folder.resolve("logs/launcher.log").toString());
		String machine = Machine.facts();
		SandboxOptions options = SandboxOptions.forTests(folder)
			.withConsole()
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

	/** Telegram's thirty calls a second would hide the system behind its own limit. */
	private static Map<String, String> settings(Map<String, String> environment) {
		Map<String, String> settings = new HashMap<>(Map.of("STUDIO_REPLY_OVERALL", "1000"));
		environment.forEach((name, value) -> {
			if (name.startsWith("STUDIO_")) {
				settings.put(name, value);
			}
		});
		return settings;
	}

	private static void measure(Rig rig) {
		System.out.println("Telegram's limits are off. Load and simulators run on the same cores.");
		Crowd crowd = Crowd.of(rig.telegram(), FIRST_PERSON, PEOPLE);
		SteadyScenario steady = new SteadyScenario(rig, crowd);
		steady.warmUp();
		ReplayScenario replays = new ReplayScenario(rig, steady, EVENTS);
		replays.archive();
		replays.preview();
		System.out.println("Milliseconds from a press to the call that shows its answer");
		steady.run("50/s", PRESSES);
		replays.runAmid("50/s, a replay at its cap", PRESSES);
		steady.run("50/s, the replay is over", PRESSES);
	}

}
