package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.Map;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** Pauses consumers as an operator does, and waits until every instance has said so. */
final class Brakes {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private Brakes() {
	}

	static void pause(Sandbox sandbox, String consumer) {
		Console console = Console.of(sandbox, Console.OPERATOR);
		console.post("/api/consumers/" + consumer + "/pause", Map.of("reason", "to see what a replay does"));
		reaches(console, consumer, "PAUSED");
	}

	/** Does nothing when it is not paused. */
	static void release(Sandbox sandbox, String consumer) {
		Console console = Console.of(sandbox, Console.OPERATOR);
		if (!state(console, consumer).equals("RUNNING")) {
			console.post("/api/consumers/" + consumer + "/resume", Map.of());
		}
		reaches(console, consumer, "RUNNING");
	}

	private static void reaches(Console console, String consumer, String state) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(300))
			.until(() -> state(console, consumer), state::equals);
	}

	private static String state(Console console, String consumer) {
		for (JsonNode one : console.get("/api/consumers")) {
			if (one.path("look").path("consumer").asString("").equals(consumer)) {
				return one.path("state").asString("");
			}
		}
		return "";
	}

}
