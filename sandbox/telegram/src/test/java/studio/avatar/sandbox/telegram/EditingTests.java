package studio.avatar.sandbox.telegram;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that change in place.
 */
class EditingTests {

	private static final String KEYBOARD = "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}";

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void anEditedTextStandsInTheSamePlace() {
		long text = text("one");
		text("two");
		this.bot.result("editMessageText", "{'chat_id': 7, 'message_id': " + text + ", 'text': 'uno'}");
		assertThat(this.ann.messages()).extracting(SimulatedMessage::text).containsExactly("uno", "two");
		assertThat(this.ann.messages().getFirst().editions()).isEqualTo(1);
	}

	@Test
	void aKeyboardThatIsNotGivenAgainIsGone() {
		long text = text("one");
		this.bot.result("editMessageText", "{'chat_id': 7, 'message_id': " + text + ", 'text': 'uno'}");
		assertThat(this.ann.lastFromBot().orElseThrow().keyboard()).isEmpty();
	}

	@Test
	void onlyTheKeyboardChangesWhenOnlyItIsEdited() {
		long text = text("one");
		this.bot.result("editMessageReplyMarkup", "{'chat_id': 7, 'message_id': " + text + "}");
		assertThat(this.ann.lastFromBot().orElseThrow().keyboard()).isEmpty();
		assertThat(this.ann.lastFromBot().orElseThrow().text()).isEqualTo("one");
	}

	@Test
	void theSameContentAgainIsNotModified() {
		long text = text("one");
		assertThat(this.bot.refusal("editMessageText",
				"{'chat_id': 7, 'message_id': " + text + ", 'text': 'one ', 'reply_markup': " + KEYBOARD + "}"))
			.isEqualTo("400 Bad Request: message is not modified: specified new message content and reply markup are "
					+ "exactly the same as a current content and reply markup of the message");
	}

	@Test
	void theSamePictureAgainIsNotModified() {
		JsonNode photo = photo("under it");
		String fileId = photo.path("photo").path(0).path("file_id").asString();
		assertThat(this.bot.refusal("editMessageMedia",
				"{'chat_id': 7, 'message_id': " + photo.path("message_id")
						+ ", 'media': {'type': 'photo', 'caption': 'under it', 'media': '" + fileId + "'}}"))
			.startsWith("400 Bad Request: message is not modified");
	}

	@Test
	void aTextBecomesAPhotoAndThePhotoAnother() {
		long message = text("one");
		edit(message, "first");
		JsonNode second = edit(message, "second");
		SimulatedMessage seen = this.ann.lastFromBot().orElseThrow();
		assertThat(seen.text()).isEqualTo("second");
		assertThat(seen.photoFileId()).isNotNull();
		assertThat(second.path("result").has("text")).isFalse();
	}

	@Test
	void aCaptionChangesUnderItsPhoto() {
		long photo = photo("before").path("message_id").asLong();
		this.bot.result("editMessageCaption",
				"{'chat_id': 7, 'message_id': " + photo + ", 'caption': 'after', 'reply_markup': " + KEYBOARD + "}");
		SimulatedMessage seen = this.ann.lastFromBot().orElseThrow();
		assertThat(seen.text()).isEqualTo("after");
		assertThat(seen.labels()).containsExactly("Go");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					editMessageText    | 1  | 'text': 'x'    | 400 Bad Request: message can't be edited
					editMessageText    | 99 | 'text': 'x'    | 400 Bad Request: message to edit not found
					editMessageText    | 3  | 'text': 'x'    | 400 Bad Request: there is no text in the message to edit
					editMessageText    | 2  | 'text': ''     | 400 Bad Request: message text is empty
					editMessageCaption | 2  | 'caption': 'x' | 400 Bad Request: there is no caption in the message to edit
					editMessageMedia   | 3  | 'media': {'type': 'photo', 'media': 'nonsense'} | 400 Bad Request: wrong file identifier/HTTP URL specified
					editMessageMedia   | 3  | 'media': {'type': 'photo', 'media': 'attach://missing'} | 400 Bad Request: wrong file identifier/HTTP URL specified
					editMessageReplyMarkup | 2 | 'reply_markup': {'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]} | 400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message
					""",
			quoteCharacter = '`')
	void aWrongEditIsRefusedInTelegramsWords(String method, String message, String rest, String refusal) {
		this.ann.sends("mine");
		text("two");
		photo("three");
		assertThat(this.bot.refusal(method, "{'chat_id': 7, 'message_id': " + message + ", " + rest + "}"))
			.isEqualTo(refusal);
	}

	private long text(String text) {
		return this.bot
			.result("sendMessage", "{'chat_id': 7, 'text': '" + text + "', 'reply_markup': " + KEYBOARD + "}")
			.path("message_id")
			.asLong();
	}

	private JsonNode photo(String caption) {
		return this.bot
			.upload("sendPhoto", Map.of("chat_id", "7", "caption", caption), Map.of("photo", Pictures.png(64, 64)))
			.path("result");
	}

	private JsonNode edit(long message, String caption) {
		return this.bot.upload("editMessageMedia",
				Map.of("chat_id", "7", "message_id", Long.toString(message), "media",
						"{\"type\": \"photo\", \"media\": \"attach://pic\", \"caption\": \"" + caption + "\"}"),
				Map.of("pic", Pictures.jpeg(64, 64)));
	}

}
