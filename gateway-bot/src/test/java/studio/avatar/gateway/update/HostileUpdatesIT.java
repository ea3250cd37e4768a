package studio.avatar.gateway.update;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody expects of an update: it is kept, and everybody else goes on. */
class HostileUpdatesIT extends GatewayUnderTest {

	private static final AtomicLong NUMBERS = new AtomicLong(600_000_000);

	@Autowired
	Intake intake;

	@ParameterizedTest
	@ValueSource(strings = {
			"\"message\": {\"message_id\": 99999999999999999999, \"date\": 1, \"chat\": %s, \"from\": %s, \"text\": \"x\"}",
			"\"message\": {\"message_id\": 1, \"date\": 1e400, \"chat\": %s, \"from\": %s, \"text\": \"x\"}",
			"\"message\": {\"message_id\": 1, \"date\": 99999999999, \"chat\": %s, \"from\": %s, \"text\": \"x\"}",
			"\"message\": {\"date\": 1, \"chat\": %s, \"from\": %s, \"text\": \"x\"}",
			"\"message\": {\"message_id\": 1, \"date\": 1, \"chat\": %s, \"from\": %s, \"text\": 5}",
			"\"message\": {\"message_id\": 1, \"date\": 1, \"chat\": %s, \"from\": %s, \"text\": \"\\ud83d broken \\u0000\"}",
			"\"message\": {\"message_id\": 1, \"date\": 1, \"chat\": %s, \"from\": %s, \"photo\": [{}]}",
			"\"message\": {\"message_id\": 1, \"date\": 1, \"chat\": %s, \"from\": %s, \"photo\": [], \"document\": {}}",
			"\"message\": {\"message_id\": 1, \"date\": 1, \"chat\": {}, \"from\": {}, \"was\": [%s, %s]}",
			"\"message\": {}", "\"message\": [5]", "\"callback_query\": {}", "\"my_chat_member\": {}",
			"\"edited_message\": {}", "\"channel_post\": {}", "\"invented\": {\"a\": [[[[[[1]]]]]]}", "\"x\": null" })
	void aHostileUpdateStopsNobody(String content) {
		SimulatedPerson anna = somebody();
		long number = NUMBERS.incrementAndGet();
		String chat = "{\"id\": %d, \"type\": \"private\"}".formatted(anna.id());
		String from = "{\"id\": %d, \"is_bot\": false, \"first_name\": \"\u202E\\ud83d\\u0000 \"}".formatted(anna.id());
		JsonNode hostile = JsonMapper.shared()
			.readTree("{\"update_id\": %d, %s}".formatted(number, content.formatted(chat, from)));

		this.intake.take(List.of(Intake.RawUpdate.of(hostile), create(anna, "after")));

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("after"));
		assertThat(status(number)).isIn("done", "ignored", "failed");
	}

	@Test
	void fourThousandEmojiAnswerAQuestionWhole() {
		SimulatedPerson anna = somebodyKnown();
		wire().publish(Topic.CHAT_REPLIES, anna.id(), new Reply.ShowCard(anna.id(), "training.draft.1", null,
				Card.of(RichText.of("What is the name?")), Expectation.text("training:name:1")));
		awaitMessage(anna, "What is the name?");

		anna.sends("👩‍🚀".repeat(819));

		awaiting()
			.untilAsserted(() -> assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class))
				.extracting(ChatEvent.TextEntered::text)
				.containsExactly("👩‍🚀".repeat(819)));
	}

	@Test
	void aPressOutsideOfPrivateChatsStopsSpinning() {
		long update = NUMBERS.incrementAndGet();

		this.intake.take(List.of(new Intake.RawUpdate(update, -77, """
				{"update_id": %d, "callback_query": {"id": "stray-%d", "chat_instance": "1", "data": "gallery:open",
				 "from": {"id": 5, "is_bot": false, "first_name": "Anna"}}}""".formatted(update, update))));

		awaiting().until(() -> TELEGRAM.journal()
			.calls("answerCallbackQuery")
			.stream()
			.anyMatch((call) -> call.parameters().path("callback_query_id").asString("").equals("stray-" + update)));
	}

	private static List<String> commands(SimulatedPerson person) {
		return wire().heard(Topic.CHAT_GENERATION, person.id(), ChatEvent.CommandIssued.class)
			.stream()
			.map(ChatEvent.CommandIssued::arguments)
			.toList();
	}

	private String status(long updateId) {
		return this.database.sql("select status from telegram_update where update_id = ?")
			.param(updateId)
			.query(String.class)
			.single();
	}

	private static Intake.RawUpdate create(SimulatedPerson person, String arguments) {
		long number = NUMBERS.incrementAndGet();
		return new Intake.RawUpdate(number, person.id(), """
				{"update_id": %d, "message": {"message_id": 5, "date": 1, "text": "/create %s",
				 "chat": {"id": %d, "type": "private"}, "from": {"id": %d, "is_bot": false, "first_name": "Anna"}}}"""
			.formatted(number, arguments, person.id(), person.id()));
	}

}
