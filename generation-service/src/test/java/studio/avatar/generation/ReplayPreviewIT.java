package studio.avatar.generation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayEffects.PaidCall;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.ServiceChat;
import studio.avatar.common.testkit.Tables;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.ServiceUnderTest.requests;
import static studio.avatar.generation.ServiceUnderTest.rows;

/**
 * What a preview of the service's own handlers tells, and that it leaves nothing behind.
 */
class ReplayPreviewIT {

	@BeforeAll
	static void start() {
		ServiceUnderTest.started();
	}

	@AfterAll
	static void stop() {
		ServiceUnderTest.stop();
	}

	@Test
	void anOrderWouldAskForCreditsAndDoesNot() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		Card draft = person.drafts("only previewed");
		Button pay = ServiceChat.button(draft, "Create ·");
		Map<String, String> before = Tables.still(rows());

		ReplayOutcome outcome = preview(person, Topic.CHAT_GENERATION, new ButtonPressed(
				new Origin(person.chatId(), person.chatId(), "en", "UTC", 1L), pay.action(), "press"));

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects().events()).contains(new EventCount("credits.hold", 1));
		assertThat(outcome.effects().creditsHeld()).isPositive();
		assertThat(outcome.effects().chats()).containsExactly(person.chatId());
		assertThat(outcome.effects().concernsMoney()).isTrue();
		assertThat(Tables.of(rows())).isEqualTo(before);
	}

	@Test
	void creditsThatAreHeldWouldBeginAPaidCallAndDoNot() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		HoldCredits hold = person.pays(person.drafts("never paid"));
		Map<String, String> before = Tables.still(rows());

		ReplayOutcome outcome = preview(person, Topic.CREDITS_EVENTS, person.held(hold));

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects().paidCalls()).containsExactly(new PaidCall("generation", 1));
		assertThat(outcome.effects().chats()).containsExactly(person.chatId());
		assertThat(Tables.of(rows())).isEqualTo(before);
		assertThat(requests("never paid")).isEmpty();
	}

	@Test
	void avatarsAreRebuiltAsTheyWere() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		List<String> before = avatarsOf(person);
		rows().sql("delete from avatars where user_id = ?").param(person.chatId()).update();
		rows().sql("delete from main_avatars where user_id = ?").param(person.chatId()).update();

		PersonWithAvatar.WIRE.heard(Topic.TRAINING_EVENTS, person.chatId())
			.forEach((told) -> Replays.rebuild(PersonWithAvatar.WIRE, ServiceName.GENERATION, Topic.TRAINING_EVENTS)
				.outcomeOf(person.chatId(), told));

		assertThat(avatarsOf(person)).isEqualTo(before).hasSize(2);
	}

	private static List<String> avatarsOf(PersonWithAvatar person) {
		return rows().sql("""
				select a::text from avatars a where user_id = :user
				union all select m::text from main_avatars m where user_id = :user""")
			.param("user", person.chatId())
			.query(String.class)
			.list();
	}

	private static ReplayOutcome preview(PersonWithAvatar person, Topic topic, Object event) {
		return Replays.preview(PersonWithAvatar.WIRE, ServiceName.GENERATION, topic)
			.outcomeOf(person.chatId(), event, UUID.randomUUID().toString());
	}

}
