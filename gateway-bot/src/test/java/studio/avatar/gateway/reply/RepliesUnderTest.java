package studio.avatar.gateway.reply;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.journal.ApiCall;

/** What is said to a chat, and what became of it. */
abstract class RepliesUnderTest extends GatewayUnderTest {

	@AfterEach
	void nothingGoesWrongAnyMore() {
		TELEGRAM.faults().clear();
	}

	Envelope<ChatEvent.ButtonPressed> presses(SimulatedPerson person) {
		person.presses(awaitMessage(person, "Main menu"), "🎭 My avatars");
		Envelope<?> heard = awaiting()
			.until(() -> wire().heard(Topic.CHAT_TRAINING, person.id()), (all) -> !all.isEmpty())
			.getFirst();
		return heard.with((ChatEvent.ButtonPressed) heard.event());
	}

	static boolean isAnswered(String pressId) {
		return TELEGRAM.journal()
			.calls("answerCallbackQuery")
			.stream()
			.anyMatch((call) -> call.ok() && call.parameters().path("callback_query_id").asString("").equals(pressId));
	}

	List<String> statuses(SimulatedPerson person) {
		return this.database.sql("select status from delivery where chat_id = ? order by seq")
			.param(person.id())
			.query(String.class)
			.list();
	}

	static List<ApiCall> calls(SimulatedPerson person, String method) {
		return TELEGRAM.journal().ofChat(person.id()).stream().filter((call) -> call.method().equals(method)).toList();
	}

	static void say(SimulatedPerson person, Reply reply) {
		wire().publish(Topic.CHAT_REPLIES, person.id(), reply);
	}

	/** Says it as the answer to the last thing that the person did. */
	void answer(SimulatedPerson person, Reply reply) {
		String update = this.database
			.sql("select correlation_id from telegram_update where chat_id = ? order by update_id desc limit 1")
			.param(person.id())
			.query(String.class)
			.single();
		wire().publish(Topic.CHAT_REPLIES, person.id(), reply, UUID.randomUUID().toString(), update);
	}

	static Reply show(SimulatedPerson person, String card, Long replaces, Card content) {
		return new Reply.ShowCard(person.id(), card, replaces, content, null);
	}

	static Card card(String text) {
		return Card.of(RichText.of(text));
	}

}
