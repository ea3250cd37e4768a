package studio.avatar.sandbox.launch.journey.operators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.bench.RenamedAvatars;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.Size;
import studio.avatar.sandbox.launch.journey.operators.LedReplay.Wish;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Everything that ever happened is replayed, to whoever heard it, more than once. */
@ExtendWith(OneSandbox.class)
class ReplayTwiceIT {

	private static final long FIRST_VISITOR = 100_000;

	/** As fast as an operator may. */
	private static final int RATE = 2_000;

	@Test
	void everyEventReplayedTwiceInEachModeLeavesLedgerSendsProviderCallsAndAllTablesAsTheyWere(Sandbox sandbox) {
		live(sandbox);
		World before = World.atRest(sandbox);
		Map<Wish, Long> wishes = wishes(sandbox);

		long first = replay(sandbox, wishes.keySet());
		long second = replay(sandbox, wishes.keySet());

		World.atRest(sandbox).isAsIn(before);
		assertThat(first).isEqualTo(second).isEqualTo(wishes.values().stream().mapToLong(Long::longValue).sum());
		assertThat(different(wishes, "redeliver")).isGreaterThanOrEqualTo(Size.of(200, 10_000));
		assertThat(different(wishes, "rebuild")).isGreaterThanOrEqualTo(Size.of(50, 10_000));
	}

	@Test
	void aRebuildOfAConsumerThatIsNoProjectionIsRefusedInWords(Sandbox sandbox) {
		assertThatExceptionOfType(SandboxException.class)
			.isThrownBy(() -> LedReplay.plan(sandbox, Wish.all("gateway/chat.replies", "rebuild")))
			.withMessageContaining("gateway/chat.replies fills no projection");
	}

	/** What many looked at, and more avatars renamed than people could. */
	private static void live(Sandbox sandbox) {
		Greta.chat(sandbox);
		new RenamedAvatars(sandbox.kafkaBrokers()).publish(Size.of(40, 8_200));
		Visitors visitors = Visitors.come(sandbox, FIRST_VISITOR, Size.of(12, 2_000));
		Stream.of("/gallery", "/avatars", "/create").forEach(visitors::say);
	}

	/**
	 * All that was ever heard, for each consumer in each mode it allows; and how many
	 * they are.
	 */
	private static Map<Wish, Long> wishes(Sandbox sandbox) {
		List<Wish> wishes = new ArrayList<>();
		try (LiveTopics topics = new LiveTopics(sandbox)) {
			topics.consumers().forEach((consumer) -> wishes.add(Wish.all(consumer, "redeliver")));
		}
		wishes.add(Wish.all("gallery", "rebuild"));
		wishes.add(Wish.all("generation/training.events", "rebuild"));
		Console console = Console.of(sandbox, Console.OPERATOR);
		Map<Wish, Long> counted = new LinkedHashMap<>();
		wishes.forEach((wish) -> counted.put(wish, wish.count(console)));
		counted.values().removeIf((count) -> count == 0);
		return counted;
	}

	/** Events of that mode, each counted once, however many consumers meet it. */
	private static long different(Map<Wish, Long> wishes, String mode) {
		Map<String, Long> byTopic = new HashMap<>();
		wishes.forEach((wish, count) -> {
			if (wish.mode().equals(mode)) {
				byTopic.merge(wish.consumer().replaceAll("^[^/]*/", ""), count, Math::max);
			}
		});
		// the gallery's own rebuild holds what is rebuilt of the same topic elsewhere
		return mode.equals("rebuild") ? byTopic.get("gallery")
				: byTopic.values().stream().mapToLong(Long::longValue).sum();
	}

	/** All at once, step by step; how many records they were. */
	private static long replay(Sandbox sandbox, Collection<Wish> wishes) {
		List<LedReplay> replays = wishes.stream().map((wish) -> LedReplay.plan(sandbox, wish)).toList();
		replays.forEach(LedReplay::beginPreview);
		replays.forEach(LedReplay::previewed);
		replays.forEach((replay) -> replay.beginRun(RATE));
		return replays.stream().map(LedReplay::completed).mapToLong(ReplayTwiceIT::unharmed).sum();
	}

	private static long unharmed(JsonNode run) {
		JsonNode results = run.path("sums").path("results");
		long harmless = results.path("DROPPED").asLong(0) + results.path("APPLIED").asLong(0);
		assertThat(harmless).as("%s", run).isEqualTo(run.path("answered").asLong(0));
		return harmless;
	}

}
