package studio.avatar.sandbox.telegram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What a page hears of the chats.
 */
@Timeout(20)
class EventStreamTests {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void thePageHearsWhatHappensInEveryChatAndWhoseItIs() throws Exception {
		this.ann.sends("before");
		this.telegram.person(8, "Bob", "en");
		try (BufferedReader stream = open()) {
			assertThat(next(stream)).isEqualTo("open {}");
			this.bot.result("sendMessage", "{'chat_id': 8, 'text': 'for Bob'}");
			assertThat(next(stream)).startsWith("message {\"chat\":8,").contains("\"text\":\"for Bob\"");
			this.bot.result("sendChatAction", "{'chat_id': 7, 'action': 'typing'}");
			assertThat(next(stream)).isEqualTo("action {\"chat\":7,\"content\":{\"action\":\"typing\"}}");
			this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'after'}");
			assertThat(next(stream)).startsWith("message {\"chat\":7,")
				.contains("\"text\":\"after\"", "\"from_bot\":true");
			this.bot.result("deleteMessage", "{'chat_id': 7, 'message_id': 1}");
			assertThat(next(stream)).startsWith("deleted ").contains("\"deleted\":1");
		}
	}

	@Test
	void closingTheSimulatorEndsTheStream() throws Exception {
		try (BufferedReader stream = open()) {
			next(stream);
			this.telegram.close();
			assertThatNoException().isThrownBy(() -> readToTheEnd(stream));
		}
	}

	private static void readToTheEnd(BufferedReader stream) {
		try {
			stream.lines().forEach((line) -> {
			});
		}
		catch (java.io.UncheckedIOException ex) {
			// a cut connection is an end too; waiting for ever would not be
		}
	}

	private BufferedReader open() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.telegram.url().resolve("/chat/events"))
			.timeout(Duration.ofSeconds(10))
			.build();
		InputStream body = BotClient.HTTP.send(request, BodyHandlers.ofInputStream()).body();
		return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
	}

	private static String next(BufferedReader stream) throws IOException {
		String line = stream.readLine();
		while (line != null && !line.startsWith("event: ")) {
			line = stream.readLine();
		}
		assertThat(line).as("the stream ended").isNotNull();
		String data = stream.readLine();
		while (!data.startsWith("data: ")) {
			data = stream.readLine();
		}
		return line.substring("event: ".length()) + " " + data.substring("data: ".length());
	}

}
