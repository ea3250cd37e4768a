package studio.avatar.sandbox.telegram;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page asks for when it shows several people and long chats.
 */
@Timeout(20)
class ReadingTests {

	@TempDir
	Path folder;

	@Test
	void everyPersonHasACountOfWhatTheyHaveNotRead() {
		try (TelegramSimulator telegram = start()) {
			meetAnnAndBob(telegram);
			read(telegram, 7, 2);
			assertThat(unread(telegram)).containsExactly(1L, 1L);
			assertThat(people(telegram).path(0).path("last").path("text").asString()).isEqualTo("three");
		}
	}

	@Test
	void whatWasReadStaysReadAfterARestart() {
		try (TelegramSimulator telegram = start()) {
			meetAnnAndBob(telegram);
			read(telegram, 7, 3);
			read(telegram, 7, 1);
		}
		try (TelegramSimulator telegram = start()) {
			assertThat(unread(telegram)).containsExactly(0L, 1L);
		}
	}

	@Test
	void aLongChatIsHandedOutFromItsNewerEnd() {
		try (TelegramSimulator telegram = start()) {
			meetAnnAndBob(telegram);
			assertThat(texts(get(telegram, "people/7/chat?limit=2"))).containsExactly("two", "three");
			assertThat(texts(get(telegram, "people/7/chat?limit=2&before=2"))).containsExactly("one");
			assertThat(get(telegram, "people/7/chat?limit=2").path("more").asBoolean()).isTrue();
			assertThat(get(telegram, "people/7/chat?limit=2&before=2").path("more").asBoolean()).isFalse();
		}
	}

	private TelegramSimulator start() {
		return TelegramSimulator
			.start(new TelegramSimulator.Settings(0, "12345:sandbox", "Avatar Studio", this.folder));
	}

	private static void meetAnnAndBob(TelegramSimulator telegram) {
		telegram.person(7, "Ann", "en");
		telegram.person(8, "Bob", "en");
		BotClient bot = new BotClient(telegram);
		Stream.of("one", "two", "three")
			.forEach((text) -> bot.result("sendMessage", "{'chat_id': 7, 'text': '" + text + "'}"));
		bot.result("sendMessage", "{'chat_id': 8, 'text': 'for Bob'}");
	}

	private static void read(TelegramSimulator telegram, long person, long message) {
		BotClient.send(HttpRequest.newBuilder(address(telegram, "people/" + person + "/read"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"message\":" + message + "}"))
			.build());
	}

	private static List<Long> unread(TelegramSimulator telegram) {
		return people(telegram).valueStream().map((person) -> person.path("unread").asLong()).toList();
	}

	private static JsonNode people(TelegramSimulator telegram) {
		return get(telegram, "people");
	}

	private static List<String> texts(JsonNode chat) {
		return chat.path("messages").valueStream().map((message) -> message.path("text").asString()).toList();
	}

	private static JsonNode get(TelegramSimulator telegram, String what) {
		return JsonMapper.shared().readTree(BotClient.send(HttpRequest.newBuilder(address(telegram, what)).build()));
	}

	private static URI address(TelegramSimulator telegram, String what) {
		return telegram.url().resolve("/chat/" + what);
	}

}
