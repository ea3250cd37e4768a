package studio.avatar.sandbox.launch.journey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ExtendWith(OneSandbox.class)
class BrowserJourneyIT {

	private static final long IDA = 701;

	@Test
	void aPersonGoesFromStartToTheGalleryInTheWebChat(Sandbox sandbox) {
		try (ChatPage chat = ChatPage.open(Chromium.orSkip(), sandbox.telegramUrl(), IDA, "Ida")) {
			trainsAnAvatar(chat);
			makesAPicture(chat);
			double result = chat.seesRatio("Seed");
			chat.photograph("result");

			chat.presses("🖼 Gallery");

			double kept = chat.seesRatio("1 of 1");
			chat.photograph("gallery");
			assertThat(result).isCloseTo(9.0 / 16, within(0.01));
			assertThat(kept).isCloseTo(9.0 / 16, within(0.01));
		}
	}

	private static void trainsAnAvatar(ChatPage chat) {
		chat.starts();
		chat.presses("🎭 My avatars");
		chat.presses("➕ New avatar");
		chat.presses("👩 Female");
		chat.reads("What is the avatar called?");
		chat.says("Ida");
		chat.reads("step 3 of 3");
		chat.sendsAlbum(Faces.of(IDA, 10));
		chat.reads("10 accepted");
		chat.photograph("photos");
		chat.presses("✅ Check and train");
		chat.presses("💳 Pay");
		chat.reads("Ida is ready!");
	}

	private static void makesAPicture(ChatPage chat) {
		chat.presses("🎨 Make pictures");
		chat.reads("Write it as you would tell a photographer");
		chat.says("sailing past icebergs at sunrise");
		chat.presses("9:16");
		chat.presses("✅ 9:16");
		chat.presses("✅ Create");
	}

}
