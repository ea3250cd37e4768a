package studio.avatar.sandbox.launch.journey;

import java.time.Duration;

import studio.avatar.sandbox.telegram.SimulatedMessage;

import static org.awaitility.Awaitility.await;

/** The steps most journeys begin with. */
public final class Steps {

	private static final String ASKED = "Write it as you would tell a photographer";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private Steps() {
	}

	/** From the first word to the button that pays for the training. */
	public static void pressTrain(Conversation chat, String avatar, long person) {
		chat.says("/start");
		chat.presses("🎭 My avatars");
		chat.presses("➕ New avatar");
		chat.presses("👩 Female");
		chat.reads("What is the avatar called?");
		chat.says(avatar);
		chat.reads("step 3 of 3");
		chat.sendsAlbum(Faces.of(person, 10));
		chat.reads("10 accepted");
		chat.presses("✅ Check and train");
		chat.presses("💳 Pay");
	}

	public static SimulatedMessage train(Conversation chat, String avatar, long person) {
		pressTrain(chat, avatar, person);
		return chat.reads(avatar + " is ready!");
	}

	/** From a trained avatar to the button that pays for one picture. */
	public static void pressCreate(Conversation chat, String words) {
		describe(chat, words);
		chat.presses("9:16");
		chat.presses("✅ 9:16");
		chat.presses("✅ Create");
	}

	/**
	 * From a trained avatar to the choice of a format: types only when it was asked to.
	 */
	public static void describe(Conversation chat, String words) {
		long asked = chat.messages(ASKED);
		chat.presses("🎨 Make pictures");
		await().atMost(PATIENCE).until(() -> chat.messages(ASKED) > asked);
		chat.says(words);
	}

}
