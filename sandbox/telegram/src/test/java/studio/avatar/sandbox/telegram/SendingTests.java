package studio.avatar.sandbox.telegram;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts, chat actions and keyboards, and how Telegram refuses wrong ones.
 */
class SendingTests {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aTextWithEntitiesAndButtonsReachesThePerson() {
		JsonNode sent = this.bot.result("sendMessage", """
				{'chat_id': 7, 'text': 'Hello 🎨 you', 'entities': [{'type': 'bold', 'offset': 6, 'length': 2}],
				'reply_markup': {'inline_keyboard': [[{'text': 'Go', 'callback_data': 'training:go'}]]}}""");
		SimulatedMessage seen = this.ann.lastFromBot().orElseThrow();
		assertThat(seen.messageId()).isEqualTo(sent.path("message_id").asLong());
		assertThat(seen.text()).isEqualTo("Hello 🎨 you");
		assertThat(seen.entities().path(0).path("type").asString()).isEqualTo("bold");
		assertThat(seen.button("Go").callbackData()).isEqualTo("training:go");
	}

	@Test
	void parametersComeInEveryShapeTelegramTakes() {
		assertThat(this.bot.get("sendMessage?chat_id=7&text=query%20%2B").path("ok").asBoolean()).isTrue();
		assertThat(this.bot.form("sendMessage", "chat_id=7&text=form+%D1%8F").path("ok").asBoolean()).isTrue();
		this.bot.upload("sendMessage", Map.of("chat_id", "7", "text", "multi\npart"), Map.of());
		this.bot.result("sendmessage", "{'chat_id': '7', 'text': 'json'}");
		assertThat(this.ann.messages()).extracting(SimulatedMessage::text)
			.containsExactly("query +", "form я", "multi\npart", "json");
	}

	@Test
	void textIsTrimmedAndEntitiesMoveWithIt() {
		JsonNode sent = this.bot.result("sendMessage",
				"{'chat_id': 7, 'text': '  hi there  ', 'entities': [{'type': 'code', 'offset': 2, 'length': 10}]}");
		assertThat(sent.path("text").asString()).isEqualTo("hi there");
		assertThat(sent.path("entities").path(0).path("offset").asInt()).isZero();
		assertThat(sent.path("entities").path(0).path("length").asInt()).isEqualTo(8);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{'chat_id': 7, 'text': '  '}             | 400 Bad Request: text must be non-empty
					{'chat_id': 7}                           | 400 Bad Request: message text is empty
					{'chat_id': 8, 'text': 'x'}              | 400 Bad Request: chat not found
					{'chat_id': '@ann', 'text': 'x'}         | 400 Bad Request: chat not found
					{'text': 'x'}                            | 400 Bad Request: chat_id is empty
					{'chat_id': 7, 'text': 'x', 'parse_mode': 'TeX'} | 400 Bad Request: unsupported parse_mode
					{'chat_id': 7, 'text': 'x', 'parse_mode': 'Markdown'} | 400 Bad Request: the simulator does not serve parse_mode Markdown: use MarkdownV2
					{'chat_id': 7, 'txet': 'x'}              | 400 Bad Request: Bot API 10.1 has no parameter "txet" of sendMessage
					{'chat_id': 7, 'text': 'x', 'message_effect_id': '1'} | 400 Bad Request: the simulator does not serve "message_effect_id" of sendMessage
					{'chat_id': 7, 'text': 'a\\ud83d'}       | 400 Bad Request: strings must be encoded in UTF-8
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'bold', 'offset': 2147483647, 'length': 5}]} | 400 Bad Request: entity begins after the end of the text at UTF-16 offset 2147483647
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'bold', 'offset': 1, 'length': 3}]} | 400 Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 4
					{'chat_id': 7, 'text': '🎨', 'entities': [{'type': 'bold', 'offset': 0, 'length': 1}]} | 400 Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4
					{'chat_id': 7, 'text': '🎨a', 'entities': [{'type': 'bold', 'offset': 1, 'length': 2}]} | 400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'bold', 'offset': 5, 'length': 1}]} | 400 Bad Request: entity begins after the end of the text at UTF-16 offset 5
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'bold', 'offset': -1, 'length': 1}]} | 400 Bad Request: receive an entity with incorrect offset -1
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'text_link', 'offset': 0, 'length': 1, 'url': 'nowhere'}]} | 400 Bad Request: entity URL 'nowhere' is invalid: Wrong HTTP URL
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'loud', 'offset': 0, 'length': 3}]} | 400 Bad Request: can't parse MessageEntity: Unsupported type specified
					{'chat_id': 7, 'text': 'abc', 'entities': [{'type': 'bold', 'from': 0, 'length': 3}]} | 400 Bad Request: can't parse entities: MessageEntity lacks offset
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a'}]]}} | 400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a', 'callback_data': ''}]]}} | 400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': '', 'callback_data': 'b'}]]}} | 400 Bad Request: inline keyboard button text must be non-empty
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a', 'url': 'http://localhost'}]]}} | 400 Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a', 'url': 'javascript://x.y'}]]}} | 400 Bad Request: inline keyboard button URL 'javascript://x.y' is invalid: Unsupported URL protocol
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a', 'calback_data': 'b'}]]}} | 400 Bad Request: can't parse reply_markup: InlineKeyboardButton has no field calback_data
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a', 'callback_data': 'b', 'url': 'https://x.org'}]]}} | 400 Bad Request: the simulator takes one action for a button: it is not said which one counts
					{'chat_id': 7, 'text': 'x', 'reply_markup': {'keyboard': [['a']]}} | 400 Bad Request: can't parse reply_markup: InlineKeyboardMarkup lacks inline_keyboard
					""",
			quoteCharacter = '`')
	void aWrongMessageIsRefusedInTelegramsWords(String parameters, String refusal) {
		assertThat(this.bot.refusal("sendMessage", parameters.strip())).isEqualTo(refusal);
		assertThat(this.ann.messages()).isEmpty();
	}

	@Test
	void theLongestTextIs4096Characters() {
		String emoji = "🎨".repeat(4096);
		assertThat(this.bot.result("sendMessage", "{'chat_id': 7, 'text': '" + emoji + "'}").path("text").asString())
			.isEqualTo(emoji);
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': 7, 'text': '" + emoji + "x'}"))
			.isEqualTo("400 Bad Request: message is too long");
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': 7, 'text': '" + emoji.repeat(2) + "x'}"))
			.isEqualTo("400 Bad Request: text is too long");
	}

	@Test
	void callbackDataIsAtMost64Bytes() {
		assertThat(this.bot.call("sendMessage", buttonWith("я".repeat(32))).path("ok").asBoolean()).isTrue();
		assertThat(this.bot.refusal("sendMessage", buttonWith("я".repeat(32) + "x")))
			.isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
	}

	private static String buttonWith(String data) {
		return "{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[{'text': 'a', 'callback_data': '"
				+ data + "'}]]}}";
	}

	@Test
	void aBlockedBotMaySayNothing() {
		this.ann.blocksBot();
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': 7, 'text': 'x'}"))
			.isEqualTo("403 Forbidden: bot was blocked by the user");
	}

	@Test
	void chatActionsAreTelegramsOwn() {
		assertThat(
				this.bot.call("sendChatAction", "{'chat_id': 7, 'action': 'upload_photo'}").path("result").asBoolean())
			.isTrue();
		assertThat(this.bot.refusal("sendChatAction", "{'chat_id': 7, 'action': 'dancing'}"))
			.isEqualTo("400 Bad Request: wrong parameter action in request");
	}

	@Test
	void whatIsNotServedIsRefusedAndNotInvented() {
		assertThat(this.bot.refusal("sendDice", "{'chat_id': 7}"))
			.isEqualTo("404 Not Found: the simulator does not serve sendDice");
		assertThat(this.bot.refusal("sendDices", "{}")).isEqualTo("404 Not Found: method not found");
		assertThat(this.telegram.journal().calls("sendDice")).hasSize(1);
	}

	@Test
	void aWrongTokenIsUnauthorized() {
		JsonNode answer = new BotClient(this.telegram).get("../bot99:other/getMe");
		assertThat(answer.toString()).isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
		assertThat(this.telegram.journal().calls("getMe")).singleElement().matches((call) -> !call.ok());
		assertThat(this.telegram.journal().calls().toString()).doesNotContain("bot99");
	}

	@Test
	void theJournalKeepsCallsWithTheirParametersAndAnswers() {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': '12'}");
		assertThat(this.telegram.journal().ofChat(7)).singleElement().satisfies((call) -> {
			assertThat(call.method()).isEqualTo("sendMessage");
			assertThat(call.parameters().toString()).isEqualTo("{\"chat_id\":7,\"text\":\"12\"}");
			assertThat(call.answer().path("result").path("text").asString()).isEqualTo("12");
			assertThat(call.ok()).isTrue();
		});
	}

	@Test
	void theJournalKeepsCallsThatCouldNotBeRead() {
		this.bot.call("sendMessage", "{'chat_id': 7,");
		assertThat(this.telegram.journal().calls("sendMessage")).singleElement()
			.matches(
					(call) -> call.answer().path("description").asString().contains("can't parse request JSON object"));
	}

}
