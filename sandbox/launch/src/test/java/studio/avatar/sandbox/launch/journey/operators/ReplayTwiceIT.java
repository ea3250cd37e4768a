package studio.avatar.sandbox.launch.journey.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.journey.Conversation;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.Steps;
import studio.avatar.sandbox.launch.journey.operators.LedReplay.Wish;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that ever happened is replayed, to whoever heard it, more than once. */
@ExtendWith(OneSandbox.class)
class ReplayTwiceIT {

	private static final long RHEA = 901;

	private static final long FIRST_VISITOR = 100_000;

	/** As fast as an operator may. */
	private static final int RATE = 2_000;

	@Test
	void everyEventReplayedTwiceInEachModeLeavesLedgerSendsProviderCallsAndAllTablesAsTheyWere(Sandbox sandbox) {
		live(sandbox);
		World before = World.atRest(sandbox);
		List<Wish> wishes = wishes(sandbox);

		long first = replay(sandbox, wishes);
		long second = replay(sandbox, wishes);

		World.atRest(sandbox).isAsIn(before);
		assertThat(first).isEqualTo(second).isGreaterThanOrEqualTo(Size.of(1_000, 10_000));
	}

	@Test
	void aRebuildOfAConsumerThatIsNoProjectionIsRefusedInWords(Sandbox sandbox) {
		Visitors.come(sandbox, FIRST_VISITOR - 1, 1).say("/gallery");
		World before = World.atRest(sandbox);
		LedReplay replay = LedReplay.plan(sandbox, Wish.all("gateway/chat.replies", "rebuild")).beginPreview();

		JsonNode preview = replay.previewed();

		assertThat(preview.path("sums").path("results").path("REFUSED").asLong(0)).isPositive()
			.isEqualTo(preview.path("answered").asLong(0));
		assertThat(preview.path("sums").path("failures").path(0).path("message").asString(""))
			.contains("gateway/chat.replies cannot be replayed");
		World.atRest(sandbox).isAsIn(before);
	}

	/** A training, a picture, a favourite, a deletion, and what many others looked at. */
	private static void live(Sandbox sandbox) {
		Conversation chat = new Conversation(sandbox.telegram().person(RHEA, "Rhea", "en"));
		Steps.train(chat, "Rhea", RHEA);
		Steps.pressCreate(chat, "reading a map under a lantern");
		Visitors visitors = Visitors.come(sandbox, FIRST_VISITOR, Size.of(120, 1_650));
		Stream.of("/gallery", "/avatars", "/create").forEach(visitors::say);
		chat.sees("Seed");
		chat.presses("🖼 Gallery");
		chat.sees("1 of 1");
		chat.presses("🤍 Favourite");
		chat.reads("one of your favourites");
		chat.presses("🗑 Delete");
		chat.presses("🗑 Yes, delete");
		chat.reads("Deleted.");
	}

	/** All that was ever heard, for each consumer in each mode it allows. */
	private static List<Wish> wishes(Sandbox sandbox) {
		List<Wish> wishes = new ArrayList<>();
		try (LiveTopics topics = new LiveTopics(sandbox)) {
			topics.consumers().forEach((consumer) -> wishes.add(Wish.all(consumer, "redeliver")));
		}
		wishes.add(Wish.all("gallery", "rebuild"));
		wishes.add(Wish.all("generation/training.events", "rebuild"));
		Console console = Console.of(sandbox, Console.OPERATOR);
		wishes.removeIf((wish) -> wish.count(console) == 0);
		return wishes;
	}

	/** All at once, step by step; how many records they were. */
	private static long replay(Sandbox sandbox, List<Wish> wishes) {
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
