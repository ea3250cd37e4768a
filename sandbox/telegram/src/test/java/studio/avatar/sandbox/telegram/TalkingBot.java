package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * A bot that reads its updates one after the other and answers as it is told.
 */
final class TalkingBot {

	private final BotClient bot;

	private long offset;

	TalkingBot(TelegramSimulator telegram) {
		this.bot = new BotClient(telegram);
	}

	/** Calls a method that has to succeed. */
	JsonNode calls(String method, String json) {
		return this.bot.result(method, json);
	}

	void says(long person, String text) {
		calls("sendMessage", "{'chat_id': " + person + ", 'text': '" + text + "'}");
	}

	/**
	 * Says something with one row of buttons, named and answering like these letters.
	 * @return number of the message
	 */
	long offers(long person, String letters) {
		return calls("sendMessage", "{'chat_id': " + person + ", 'text': 'Choose', " + buttons(letters) + "}")
			.path("message_id")
			.asLong();
	}

	static String buttons(String letters) {
		return letters.chars()
			.mapToObj((letter) -> "{'text': '%1$c', 'callback_data': '%1$c'}".formatted(letter))
			.collect(Collectors.joining(", ", "'reply_markup': {'inline_keyboard': [[", "]]}"));
	}

	void answersWithAlert(JsonNode press) {
		calls("answerCallbackQuery",
				"{'callback_query_id': '" + press.path("id").asString() + "', 'text': 'Chosen', 'show_alert': true}");
	}

	/** Waits until somebody wants to pay, and says what it thinks of it. */
	void answersCheckout(String verdict) {
		String id = next("pre_checkout_query").path("id").asString();
		calls("answerPreCheckoutQuery", "{'pre_checkout_query_id': '" + id + "', " + verdict + "}");
	}

	/** Waits for the next update of that kind; those before it are read over. */
	JsonNode next(String kind) {
		return await().atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> unread().filter((update) -> update.has(kind)), Optional::isPresent)
			.orElseThrow()
			.path(kind);
	}

	private Optional<JsonNode> unread() {
		JsonNode updates = calls("getUpdates", "{'limit': 1, 'offset': " + this.offset + "}");
		updates.forEach((update) -> this.offset = update.path("update_id").asLong() + 1);
		return updates.valueStream().findFirst();
	}

}
