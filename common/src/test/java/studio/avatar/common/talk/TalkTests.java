package studio.avatar.common.talk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Trace;

import static org.assertj.core.api.Assertions.assertThat;

class TalkTests {

	private static final Origin TOKYO = new Origin(7, 9, "ru", "Asia/Tokyo", 42L);

	@Test
	void aPressTurnsItsCardIntoTheAnswer() {
		Talk talk = Talk.pressed(envelope(), new ButtonPressed(TOKYO, "gallery:open", "press"));

		assertThat(talk.replaces()).isEqualTo(42);
		assertThat(talk.pressId()).isEqualTo("press");
	}

	@Test
	void aTextIsAnsweredByANewMessage() {
		assertThat(Talk.said(envelope(), TOKYO).replaces()).isNull();
	}

	@Test
	void anAnswerBelowLeavesThePressedCardAsItIsAndStillAnswersThePress() {
		Talk below = Talk.pressed(envelope(), new ButtonPressed(TOKYO, "gallery:open", "press")).below();

		assertThat(below.replaces()).isNull();
		assertThat(below.pressId()).isEqualTo("press");
	}

	@Test
	void whatIsSaidFollowsFromTheEventThatBeganTheTurn() {
		Cause cause = Talk.said(envelope(), TOKYO).cause();

		assertThat(cause.causationId()).isEqualTo("event");
		assertThat(cause.correlationId()).isEqualTo("update");
	}

	@Test
	void aPersonIsSpokenWithInTheirLanguageAndOnTheirClock() {
		Talk talk = Talk.said(envelope(), TOKYO);

		assertThat(talk).extracting(Talk::chatId, Talk::userId, Talk::locale, Talk::zone)
			.containsExactly(7L, 9L, "ru", ZoneId.of("Asia/Tokyo"));
	}

	@Test
	void aZoneNobodyKnowsIsUtc() {
		assertThat(Talk.said(envelope(), new Origin(1, 1, "en", "Mars/Olympus", null)).zone())
			.isEqualTo(ZoneOffset.UTC);
	}

	private static Envelope<String> envelope() {
		return new Envelope<>("event", "type", "gateway", Instant.EPOCH, "7", "update", "cause", Trace.begin(), null,
				"anything");
	}

}
