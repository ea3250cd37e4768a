package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a folder keeps from one run to the next.
 */
class PersistenceTests {

	@TempDir
	Path folder;

	@Test
	void chatsFilesCommandsAndWaitingUpdatesSurviveARestart() {
		List<SimulatedMessage> before;
		JsonNode waiting;
		try (TelegramSimulator telegram = start()) {
			SimulatedPerson ann = telegram.person(7, "Ann", "ru");
			BotClient bot = new BotClient(telegram);
			ann.sends("confirmed");
			ann.sendsPhoto(Pictures.jpeg(100, 100), "kept 🎨");
			bot.result("sendMessage", "{'chat_id': 7, 'text': 'deleted'}");
			bot.result("sendMessage", "{'chat_id': 7, 'text': 'before'}");
			bot.result("editMessageText", "{'chat_id': 7, 'message_id': 4, 'text': 'after'}");
			bot.result("deleteMessage", "{'chat_id': 7, 'message_id': 3}");
			bot.result("setMyCommands", "{'commands': [{'command': 'menu', 'description': 'Menu'}]}");
			bot.result("getUpdates", "{'offset': -1, 'allowed_updates': ['message']}");
			before = ann.messages();
			waiting = bot.result("getUpdates", "{}");
		}
		try (TelegramSimulator telegram = start()) {
			SimulatedPerson ann = telegram.person(7, "Ann", "ru");
			BotClient bot = new BotClient(telegram);
			assertThat(ann.messages()).isEqualTo(before);
			assertThat(bot.result("getUpdates", "{}")).isEqualTo(waiting);
			assertThat(telegram.file(Objects.requireNonNull(ann.messages().get(1).photoFileId()))).isNotEmpty();
			assertThat(bot.result("getMyCommands", "{}").size()).isEqualTo(1);
		}
	}

	@Test
	void numbersGoOnRisingEvenWhenTheLastWereDeletedAndConfirmed() {
		long message;
		long update;
		try (TelegramSimulator telegram = start()) {
			telegram.person(7, "Ann", "en").sends("one");
			BotClient bot = new BotClient(telegram);
			JsonNode first = bot.result("getUpdates", "{}").path(0);
			message = first.path("message").path("message_id").asLong();
			update = first.path("update_id").asLong();
			bot.result("getUpdates", "{'offset': " + (update + 1) + "}");
			bot.result("deleteMessage", "{'chat_id': 7, 'message_id': " + message + "}");
		}
		start().close();
		try (TelegramSimulator telegram = start()) {
			telegram.person(7, "Ann", "en").sends("two");
			JsonNode second = new BotClient(telegram).result("getUpdates", "{}").path(0);
			assertThat(second.path("update_id").asLong()).isEqualTo(update + 1);
			assertThat(second.path("message").path("message_id").asLong()).isEqualTo(message + 1);
		}
	}

	@Test
	void whatTheBotSaysOfItselfMenusTakenAwayAndForgottenFilesSurviveARestart() {
		String fileId;
		try (TelegramSimulator telegram = start()) {
			telegram.person(7, "Ann", "en").sendsPhoto(Pictures.jpeg(100, 100), null);
			BotClient bot = new BotClient(telegram);
			fileId = photo(bot);
			telegram.faults().chats().forgetFile(fileId);
			bot.result("setMyName", "{'name': 'Painter'}");
			bot.result("setMyCommands", "{'commands': [{'command': 'menu', 'description': 'Menu'}]}");
			bot.result("deleteMyCommands", "{}");
		}
		start().close();
		try (TelegramSimulator telegram = start()) {
			BotClient bot = new BotClient(telegram);
			assertThat(bot.result("getMyName", "{}").path("name").asString()).isEqualTo("Painter");
			assertThat(bot.result("getMyCommands", "{}")).isEmpty();
			assertThat(bot.refusal("getFile", "{'file_id': '" + fileId + "'}")).contains("wrong file_id");
		}
	}

	@Test
	void aLineTornByAKillIsLeftOut() throws IOException {
		try (TelegramSimulator telegram = start()) {
			telegram.person(7, "Ann", "en").sends("whole");
		}
		byte[] torn = "{\"kind\":\"message\",\"change\":{\"text\":\"я".getBytes();
		Files.write(this.folder.resolve("changes.jsonl"), java.util.Arrays.copyOf(torn, torn.length - 1),
				StandardOpenOption.APPEND);
		try (TelegramSimulator telegram = start()) {
			SimulatedPerson ann = telegram.person(7, "Ann", "en");
			ann.sends("next");
			assertThat(ann.messages()).extracting(SimulatedMessage::text).containsExactly("whole", "next");
		}
	}

	@Test
	void anUnchangedEditIsNotModifiedAfterARestartToo() {
		try (TelegramSimulator telegram = start()) {
			telegram.person(7, "Ann", "en").sendsPhoto(Pictures.jpeg(100, 100), null);
			BotClient bot = new BotClient(telegram);
			bot.result("sendPhoto", "{'chat_id': 7, 'photo': '" + photo(bot) + "'}");
		}
		try (TelegramSimulator telegram = start()) {
			BotClient bot = new BotClient(telegram);
			assertThat(bot.refusal("editMessageMedia",
					"{'chat_id': 7, 'message_id': 2, 'media': {'type': 'photo', 'media': '" + photo(bot) + "'}}"))
				.startsWith("400 Bad Request: message is not modified");
		}
	}

	private static String photo(BotClient bot) {
		return bot.result("getUpdates", "{}").path(0).path("message").path("photo").path(0).path("file_id").asString();
	}

	private TelegramSimulator start() {
		return TelegramSimulator
			.start(new TelegramSimulator.Settings(0, "12345:sandbox", "Avatar Studio", this.folder));
	}

}
