package studio.avatar.sandbox.telegram;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every object the simulator hands out has only fields Telegram has, and all that
 * Telegram always gives.
 */
class AnswerShapeTests {

	private final Specification specification = Specification.load();

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void everyUpdateIsATelegramUpdate() {
		SimulatedMessage card = card();
		this.ann.sends("/start https://example.org");
		this.ann.sendsPhoto(Pictures.jpeg(100, 100), "cap");
		this.ann.sendsAlbum(List.of(Pictures.jpeg(100, 100), Pictures.jpeg(100, 100)));
		this.ann.sendsDocument("a.txt", "text/plain", new byte[1]);
		this.ann.presses(card, "Go");
		this.bot.result("deleteMessage", "{'chat_id': 7, 'message_id': " + card.messageId() + "}");
		this.ann.presses(card, "Go");
		this.ann.blocksBot();
		this.ann.unblocksBot();
		JsonNode updates = this.bot.result("getUpdates", "{}");
		assertThat(updates.size()).isEqualTo(9);
		assertThat(this.specification.complaints(List.of("Array of Update"), updates)).isEmpty();
	}

	@Test
	void everyMessageTheBotGetsBackIsATelegramMessage() {
		JsonNode text = this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'a', 'protect_content': true, "
				+ "'link_preview_options': {'is_disabled': true}, 'entities': [{'type': 'bold', 'offset': 0, 'length': 1}]}");
		JsonNode edited = this.bot.result("editMessageText",
				"{'chat_id': 7, 'message_id': " + text.path("message_id") + ", 'text': 'b'}");
		JsonNode photo = upload("sendPhoto", Map.of("show_caption_above_media", "true", "caption", "c"), "photo");
		JsonNode document = upload("sendDocument", Map.of("caption", "d"), "document");
		JsonNode album = upload("sendMediaGroup", Map.of("media",
				"[{\"type\":\"photo\",\"media\":\"attach://x\"}," + "{\"type\":\"photo\",\"media\":\"attach://x\"}]"),
				"x");
		assertThat(List.of(text, edited, photo, document, album.path(0)))
			.allSatisfy((message) -> assertThat(this.specification.complaints(List.of("Message"), message)).isEmpty());
	}

	@Test
	void filesCommandsAndTheBotItselfHaveTelegramsShape() {
		JsonNode photo = upload("sendPhoto", Map.of(), "photo").path("photo").path(0);
		JsonNode file = this.bot.result("getFile", "{'file_id': '" + photo.path("file_id").asString() + "'}");
		this.bot.result("setMyCommands", "{'commands': [{'command': 'menu', 'description': 'Menu'}]}");
		assertThat(complaints("File", file)).isEmpty();
		assertThat(complaints("Array of BotCommand", this.bot.result("getMyCommands", "{}"))).isEmpty();
		assertThat(complaints("User", this.bot.result("getMe", "{}"))).isEmpty();
	}

	@Test
	void aWrongObjectWouldBeNoticed() {
		JsonNode message = this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'a'}");
		((tools.jackson.databind.node.ObjectNode) message).put("mood", "good").remove("date");
		assertThat(complaints("Message", message)).containsExactly("Message lacks date", "Message has no field mood");
	}

	private List<String> complaints(String type, JsonNode object) {
		return this.specification.complaints(List.of(type), object);
	}

	private JsonNode upload(String method, Map<String, String> values, String file) {
		Map<String, String> all = new java.util.HashMap<>(values);
		all.put("chat_id", "7");
		JsonNode answer = this.bot.upload(method, all, Map.of(file, Pictures.png(100, 100)));
		assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
		return answer.path("result");
	}

	private SimulatedMessage card() {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'card', 'reply_markup': "
				+ "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}}");
		return this.ann.lastFromBot().orElseThrow();
	}

}
