package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.ServiceProcess;
import studio.avatar.sandbox.launch.ServiceUnit;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.Size;
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

	/** Records a second; faster than the gallery handles them, when there are many. */
	private static final int RATE = Size.of(40, 1_000);

	private static final int KILLS = Size.of(1, 20);

	@Test
	void aRunWhoseConsoleIsKilledAgainAndAgainHasOneOutcomeAndOneEffectOfEachRecord(Sandbox sandbox) {
		Visitors visitors = Visitors.come(sandbox, FIRST_VISITOR, Size.of(60, 3_000));
		Brakes.pause(sandbox, CONSUMER);
		LedReplay replay = wishesFrozen(sandbox, visitors);
		replay.beginPreview();
		assertThat(replay.previewed().path("sums").path("results").path("WOULD_BE_HANDLED").asLong(0))
			.isEqualTo(visitors.size());
		replay.beginRun(RATE);

		strikes(sandbox, replay, visitors.size());

		JsonNode results = replay.completed().path("sums").path("results");
		assertThat(results.path("HANDLED").asLong(0) + results.path("DROPPED").asLong(0)).isEqualTo(visitors.size());
		ReplayedItems.sent(sandbox, CONSUMER, replay.id()).assertGapless(visitors.size(), KILLS);
		assertThat(outcomes(sandbox, replay)).containsExactlyElementsOf(itemsOf(visitors));
		visitors.awaitAnswers(EMPTY, 1);
		release(sandbox);
		World.atRest(sandbox);
		assertThat(visitors.answered(EMPTY, 1)).isEqualTo(visitors.size());
	}

	@AfterEach
	void release(Sandbox sandbox) {
		sandbox.service(ServiceUnit.CONSOLE).awaitReady();
		Brakes.release(sandbox, CONSUMER);
	}

	/**
	 * Each at a random record of its share of the run; in the middle of it the gallery is
	 * killed as well.
	 */
	private static void strikes(Sandbox sandbox, LedReplay replay, int records) {
		int share = records / (KILLS + 1);
		for (int kill = 0; kill < KILLS; kill++) {
			strike(sandbox, replay, share * kill + 1 + ThreadLocalRandom.current().nextInt(share));
			if (kill == KILLS / 2) {
				sandbox.service("gallery-service").killNine();
			}
		}
	}

	/**
	 * Kills the console as soon as it has sent that record, whatever it is doing then; it
	 * may be starting.
	 */
	private static void strike(Sandbox sandbox, LedReplay replay, long record) {
		Database console = sandbox.database("console");
		await().atMost(PATIENCE).until(() -> isAlive(sandbox.service(ServiceUnit.CONSOLE)));
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> Rows.number(console, "select coalesce(max(sent_to), 0) from replay_pass where kind = 'RUN'"
					+ " and replay_id = '" + replay.id() + "'") >= record);
		sandbox.service(ServiceUnit.CONSOLE).killNine();
		assertThat(Rows.texts(console, "select state from replay where id = '" + replay.id() + "'"))
			.containsExactly("RUNNING");
	}

	private static boolean isAlive(ServiceProcess service) {
		return ProcessHandle.of(service.pid()).filter(ProcessHandle::isAlive).isPresent();
	}

	/** Numbers of the records of the run that have an outcome. */
	private static List<String> outcomes(Sandbox sandbox, LedReplay replay) {
		return Rows.texts(sandbox.database("console"), "select item from replay_outcome join replay on id = replay_id"
				+ " where replay_outcome.pass = replay.pass and id = '" + replay.id() + "' order by item");
	}

	private static List<String> itemsOf(Visitors visitors) {
		return IntStream.rangeClosed(1, visitors.size()).mapToObj(Integer::toString).toList();
	}

	/** What each of them wants, which nobody has handled yet. */
	private static LedReplay wishesFrozen(Sandbox sandbox, Visitors visitors) {
		Instant begin = Instant.now();
		visitors.say("/gallery");
		Wish wish = new Wish(CONSUMER, "redeliver", Map.of("from", begin.toString()));
		wish.awaitArchived(Console.of(sandbox, Console.OPERATOR), visitors.size());
		return LedReplay.plan(sandbox, wish);
	}

}
