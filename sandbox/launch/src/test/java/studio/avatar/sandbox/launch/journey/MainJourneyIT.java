package studio.avatar.sandbox.launch.journey;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.SimulatedMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ExtendWith(OneSandbox.class)
class MainJourneyIT {

	private static final long MIA = 501;

	@Test
	void aPersonTrainsAnAvatarMakesAPictureOfItAndFindsItInTheGallery(Sandbox sandbox) {
		Conversation chat = new Conversation(sandbox.telegram().person(MIA, "Mia", "en"));
		Steps.train(chat, "Mia", MIA);
		Steps.pressCreate(chat, "reading a newspaper in a café in Paris");
		SimulatedMessage result = chat.sees("Seed");

		chat.presses("🖼 Gallery");

		SimulatedMessage kept = chat.sees("1 of 1");
		assertThat(ratio(chat.picture(result))).isCloseTo(9.0 / 16, within(0.01));
		assertThat(ratio(chat.picture(kept))).isCloseTo(9.0 / 16, within(0.01));
		assertThat(kept.labels()).contains("🤍 Favourite", "📝 Prompt", "🗑 Delete");
		assertThat(sandbox.fal().journal().ignoredFields()).isEmpty();
	}

	private static double ratio(BufferedImage picture) {
		return (double) picture.getWidth() / picture.getHeight();
	}

}
