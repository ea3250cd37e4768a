package studio.avatar.sandbox.launch.journey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ExtendWith(OneSandbox.class)
class MainJourneyIT {

	private static final long MIA = 501;

	@Test
	void aPersonTrainsAnAvatarMakesAPictureOfItAndFindsItInTheGallery(Sandbox sandbox)
			throws IOException, InterruptedException {
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
		assertThat(callbacksTaken(sandbox)).isGreaterThanOrEqualTo(2);
	}

	/** Webhooks of the provider that the gateway has taken. */
	private static double callbacksTaken(Sandbox sandbox) throws IOException, InterruptedException {
		URI metric = sandbox.service("gateway-bot")
			.url()
			.resolve("/actuator/metrics/provider.callbacks?tag=outcome:taken");
		try (HttpClient http = HttpClient.newHttpClient()) {
			String answer = http.send(HttpRequest.newBuilder(metric).build(), BodyHandlers.ofString()).body();
			return JsonMapper.shared().readTree(answer).at("/measurements/0/value").asDouble();
		}
	}

	private static double ratio(BufferedImage picture) {
		return (double) picture.getWidth() / picture.getHeight();
	}

}
