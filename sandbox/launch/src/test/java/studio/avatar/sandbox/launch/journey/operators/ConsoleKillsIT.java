package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.ServiceProcess;
import studio.avatar.sandbox.launch.ServiceUnit;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.operators.LedReplay.Wish;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * People ask for their gallery while its consumer is paused, so that a replay is the
 * first to have their wishes handled, and each outcome can be seen in a chat.
 */
@ExtendWith(OneSandbox.class)
class ConsoleKillsIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final long FIRST_VISITOR = 300_000;

	private static final String EMPTY = "Your gallery is still empty";

	private static final String CONSUMER = "gallery/chat.gallery";

	/** Slow, so that it is struck again and again in the middle. */
	private static final int RATE = 2;

	@Test
	void aRunWhoseConsoleIsKilledAgainAndAgainHasOneOutcomeAndOneEffectOfEachRecord(Sandbox sandbox) {
		Visitors visitors = Visitors.come(sandbox, FIRST_VISITOR, Size.of(45, 500));
		Brakes.pause(sandbox, CONSUMER);
		LedReplay replay = wishesFrozen(sandbox, visitors);
		replay.beginPreview();
		assertThat(replay.previewed().path("sums").path("results").path("WOULD_BE_HANDLED").asLong(0))
			.isEqualTo(visitors.size());
		replay.beginRun(RATE);

		int kills = Size.of(3, 20);
		for (int kill = 1; kill <= kills; kill++) {
			strike(sandbox, replay, (long) visitors.size() * kill / (kills + 2));
			if (kill == (kills + 1) / 2) {
				sandbox.service("gallery-service").killNine();
			}
		}

		JsonNode results = replay.completed().path("sums").path("results");
		assertThat(results.path("HANDLED").asLong(0) + results.path("DROPPED").asLong(0)).isEqualTo(visitors.size());
		visitors.awaitAnswers(EMPTY, 1);
		release(sandbox);
		World.atRest(sandbox);
		assertThat(visitors.answered(EMPTY, 1)).isEqualTo(visitors.size());
	}

	@AfterEach
	void release(Sandbox sandbox) {
		Brakes.release(sandbox, CONSUMER);
	}

	/** Kills the console once so many outcomes are there, and waits until it is back. */
	private static void strike(Sandbox sandbox, LedReplay replay, long outcomes) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> replay.stands().path("run").path("answered").asLong(0) >= outcomes);
		assertThat(replay.stands().path("state").asString("")).isEqualTo("RUNNING");
		ServiceProcess console = sandbox.service(ServiceUnit.CONSOLE);
		console.killNine();
		console.awaitReady();
	}

	/** What each of them wants, which nobody has handled yet. */
	private static LedReplay wishesFrozen(Sandbox sandbox, Visitors visitors) {
		String begin = Rows.texts(sandbox.database("console"), "select now()::text").getFirst();
		visitors.say("/gallery");
		Wish wish = new Wish(CONSUMER, "redeliver", Map.of("from", begin.replace(' ', 'T').replaceAll("\\+00$", "Z")));
		wish.awaitArchived(Console.of(sandbox, Console.OPERATOR), visitors.size());
		return LedReplay.plan(sandbox, wish);
	}

}
