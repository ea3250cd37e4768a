package studio.avatar.training.run;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayEffects.PaidCall;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.Tables;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a preview of the service's own handlers tells, and that it leaves nothing behind.
 */
class ReplayPreviewIT extends RunStories {

	@Test
	void payingWouldAskForCreditsAndDoesNot() {
		someone();
		UUID draft = this.person.hasPhotosOf("Previewed");
		Map<String, String> before = Tables.still(TrainingApp.database());

		ReplayOutcome outcome = preview(Topic.CHAT_TRAINING,
				new ButtonPressed(new Origin(this.person.id(), this.person.id(), "en", "UTC", 1L),
						"training:pay:" + draft + ":100", "press"));

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects().events()).contains(new EventCount("credits.hold", 1));
		assertThat(outcome.effects().creditsHeld()).isEqualTo(100);
		assertThat(outcome.effects().chats()).containsExactly(this.person.id());
		assertThat(Tables.of(TrainingApp.database())).isEqualTo(before);
	}

	@Test
	void creditsThatAreHeldWouldBeginAPaidCallAndDoNot() {
		someone();
		UUID draft = this.person.hasPhotosOf("Unpaid");
		this.person.chat().presses("training:pay:" + draft + ":100");
		HoldCredits asked = this.person.awaitHold();
		Map<String, String> before = Tables.still(TrainingApp.database());

		ReplayOutcome outcome = preview(Topic.CREDITS_EVENTS,
				new CreditsHeld(asked.holdId(), this.person.id(), this.person.id(), 100));

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects().paidCalls()).containsExactly(new PaidCall("training", 1));
		assertThat(Tables.of(TrainingApp.database())).isEqualTo(before);
		assertThat(submits()).isZero();
	}

	private ReplayOutcome preview(Topic topic, Object event) {
		return Replays.preview(TrainingApp.wire(), ServiceName.TRAINING, topic)
			.outcomeOf(this.person.id(), event, UUID.randomUUID().toString());
	}

}
