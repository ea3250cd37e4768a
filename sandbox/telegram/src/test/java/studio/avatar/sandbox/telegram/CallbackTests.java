package studio.avatar.sandbox.telegram;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Buttons are pressed and answered.
 */
class CallbackTests {

	private static final String TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID "
			+ "is invalid";

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final TelegramSimulator telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory(),
			this.now::get);

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aPressCarriesTheDataAndTheMessage() {
		this.ann.presses(card(), "Go");
		JsonNode query = query();
		assertThat(query.path("data").asString()).isEqualTo("go:1");
		assertThat(query.path("from").path("id").asLong()).isEqualTo(7);
		assertThat(query.path("message").path("text").asString()).isEqualTo("card");
	}

	@Test
	void aPressOnAMessageThatIsGoneCarriesWhatIsLeftOfIt() {
		SimulatedMessage card = card();
		this.bot.result("deleteMessage", "{'chat_id': 7, 'message_id': " + card.messageId() + "}");
		this.ann.presses(card, "Go");
		assertThat(query().path("message").path("date").asLong(-1)).isZero();
	}

	@Test
	void aMissingButtonNamesTheOnesThereAre() {
		SimulatedMessage card = card();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.ann.presses(card, "Gone"))
			.withMessage("no button 'Gone', there are [Go, Docs]");
	}

	@Test
	void aLinkIsNotPressed() {
		SimulatedMessage card = card();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.ann.presses(card, "Docs"));
	}

	@Test
	void anAnswerWithWordsIsSeenOnce() {
		this.ann.presses(card(), "Go");
		String id = query().path("id").asString();
		String answer = "{'callback_query_id': '" + id + "', 'text': 'Done', 'show_alert': true}";
		this.bot.result("answerCallbackQuery", answer);
		assertThat(this.bot.refusal("answerCallbackQuery", answer)).isEqualTo(TOO_OLD);
		assertThat(this.ann.toasts()).singleElement().satisfies((toast) -> {
			assertThat(toast.text()).isEqualTo("Done");
			assertThat(toast.alert()).isTrue();
		});
	}

	@Test
	void anAnswerWithoutWordsShowsNothing() {
		this.ann.presses(card(), "Go");
		this.bot.result("answerCallbackQuery", "{'callback_query_id': '" + query().path("id").asString() + "'}");
		assertThat(this.ann.toasts()).isEmpty();
	}

	@Test
	void anAnswerAfterTooLongIsRefused() {
		this.ann.presses(card(), "Go");
		String id = query().path("id").asString();
		this.now.updateAndGet((instant) -> instant.plusSeconds(151));
		assertThat(this.bot.refusal("answerCallbackQuery", "{'callback_query_id': '" + id + "'}")).isEqualTo(TOO_OLD);
	}

	@Test
	void commandsAreOfferedInThePersonsLanguage() {
		this.bot.result("setMyCommands", "{'commands': [{'command': 'menu', 'description': 'Menu'}]}");
		this.bot.result("setMyCommands",
				"{'commands': [{'command': 'menu', 'description': 'Меню'}], 'language_code': 'ru'}");
		assertThat(this.bot.result("getMyCommands", "{'language_code': 'ru'}").toString())
			.isEqualTo("[{\"command\":\"menu\",\"description\":\"Меню\"}]");
		assertThat(this.bot.refusal("setMyCommands", "{'commands': [{'command': 'Menu!', 'description': 'x'}]}"))
			.isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
		assertThat(this.bot.refusal("setMyCommands", "{'commands': [{'command': 'menu', 'description': ' '}]}"))
			.isEqualTo("400 Bad Request: command description must be non-empty");
	}

	@Test
	void commandsOfOneScopeAreTakenAwayAlone() {
		String group = "'scope': {'type': 'all_group_chats'}";
		this.bot.result("setMyCommands", "{'commands': [{'command': 'menu', 'description': 'Menu'}]}");
		this.bot.result("setMyCommands", "{'commands': [{'command': 'help', 'description': 'Help'}], " + group + "}");
		this.bot.result("deleteMyCommands", "{" + group + "}");
		assertThat(this.bot.result("getMyCommands", "{" + group + "}")).isEmpty();
		assertThat(this.bot.result("getMyCommands", "{}")).hasSize(1);
	}

	@Test
	void theBotSaysWhatItIsCalledInEachLanguage() {
		this.bot.result("setMyDescription", "{'description': 'Makes pictures'}");
		this.bot.result("setMyDescription", "{'description': 'Делает картинки', 'language_code': 'ru'}");
		assertThat(this.bot.result("getMyDescription", "{'language_code': 'ru'}").path("description").asString())
			.isEqualTo("Делает картинки");
		assertThat(this.bot.result("getMyDescription", "{'language_code': 'de'}").path("description").asString())
			.isEqualTo("Makes pictures");
		assertThat(this.bot.result("getMyName", "{}").path("name").asString()).isEqualTo("Avatar Studio");
		assertThat(this.bot.refusal("setMyShortDescription", "{'short_description': '" + "x".repeat(121) + "'}"))
			.isEqualTo("400 Bad Request: BOT_ABOUT_INVALID");
	}

	private SimulatedMessage card() {
		this.bot.result("sendMessage",
				"{'chat_id': 7, 'text': 'card', 'reply_markup': {'inline_keyboard': [[{'text': 'Go', 'callback_data': "
						+ "'go:1'}], [{'text': 'Docs', 'url': 'https://example.org'}]]}}");
		return this.ann.lastFromBot().orElseThrow();
	}

	private JsonNode query() {
		return this.bot.result("getUpdates", "{}").path(0).path("callback_query");
	}

}
