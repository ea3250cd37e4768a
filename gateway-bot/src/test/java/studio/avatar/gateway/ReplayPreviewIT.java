package studio.avatar.gateway;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.Tables;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a preview of the gateway's own handlers tells, and that it leaves nothing behind.
 */
class ReplayPreviewIT extends GatewayUnderTest {

	/** They live by the clock. */
	private static final String[] LIVELY = { "poll_lease", "pace", "chat_claim" };

	private SimulatedPerson anna = somebody();

	@BeforeEach
	void sheIsKnown() {
		this.anna = somebodyKnown();
	}

	@Test
	void aHoldWouldBeSetAsideAndIsNot() {
		Map<String, String> before = Tables.still(this.database, LIVELY);

		ReplayOutcome outcome = preview(Topic.CREDITS_REQUESTS,
				new HoldCredits(UUID.randomUUID(), this.anna.id(), this.anna.id(), 100, Purpose.TRAINING));

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects()).isEqualTo(new ReplayEffects(
				List.of(new EventCount("credits.balance-changed", 1), new EventCount("credits.held", 1)), 100, 0,
				List.of(), List.of()));
		assertThat(Tables.of(this.database, LIVELY)).isEqualTo(before);
	}

	@Test
	void aCardWouldBeShownToItsChatAndIsNot() {
		int messages = this.anna.messages().size();
		Map<String, String> before = Tables.still(this.database, LIVELY);

		ReplayOutcome outcome = preview(Topic.CHAT_REPLIES, new Reply.ShowCard(this.anna.id(), "gallery", null,
				Card.of(RichText.of("Replayed")), Expectation.text("training:name:1")));

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects()).isEqualTo(new ReplayEffects(List.of(), 0, 0, List.of(this.anna.id()), List.of()));
		assertThat(Tables.of(this.database, LIVELY)).isEqualTo(before);
		assertThat(this.anna.messages()).hasSize(messages);
	}

	private ReplayOutcome preview(Topic topic, Object event) {
		return Replays.preview(wire(), ServiceName.GATEWAY, topic)
			.outcomeOf(this.anna.id(), event, UUID.randomUUID().toString());
	}

}
