package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.journey.Conversation;
import studio.avatar.sandbox.launch.journey.Steps;

import static org.awaitility.Awaitility.await;

/**
 * One person who did all there is to do: a training takes a while, so all journeys of
 * operators look back on hers.
 */
final class Greta {

	static final long ID = 911;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Map<Sandbox, Conversation> LIVED = new ConcurrentHashMap<>();

	private Greta() {
	}

	/** Her chat; she lives when the first one asks. */
	static Conversation chat(Sandbox sandbox) {
		return LIVED.computeIfAbsent(sandbox,
				(one) -> lived(new Conversation(one.telegram().person(ID, "Greta", "en"))));
	}

	/**
	 * She trains an avatar and has two pictures made; one becomes a favourite, the other
	 * is deleted, brought back and deleted.
	 */
	private static Conversation lived(Conversation chat) {
		Steps.train(chat, "Greta", ID);
		Steps.pressCreate(chat, "skating on a frozen lake");
		chat.sees("Seed");
		chat.says("/avatars");
		Steps.pressCreate(chat, "playing chess in a park");
		await().atMost(PATIENCE).until(() -> chat.messages("Seed") == 2);
		chat.says("/gallery");
		chat.sees("1 of 2");
		chat.presses("🤍 Favourite");
		chat.reads("one of your favourites");
		chat.presses("Older");
		chat.sees("2 of 2");
		chat.presses("🗑 Delete");
		chat.presses("🗑 Yes, delete");
		chat.reads("Deleted.");
		chat.presses("↩️ Bring it back");
		chat.sees("2 of 2");
		chat.presses("🗑 Delete");
		chat.presses("🗑 Yes, delete");
		chat.sees("1 of 1");
		return chat;
	}

}
