package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.RichText;
import studio.avatar.gateway.reply.CardMessage.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class CardDecisionTests {

	private static final Card TEXT = Card.of(RichText.of("text"));

	private static final Card PHOTO = TEXT.picture(picture('a'));

	@Test
	void aCardThatReplacesNothingIsSent() {
		assertThat(CardDecision.show(TEXT, null, null)).isEqualTo(new CardDecision.Send());
	}

	@Test
	void textBecomesTextByAnEdit() {
		assertThat(CardDecision.show(TEXT, 7L, shown(Kind.TEXT, null))).isEqualTo(new CardDecision.EditText(7));
	}

	@Test
	void textBecomesAPhotoByAnEdit() {
		assertThat(CardDecision.show(PHOTO, 7L, shown(Kind.TEXT, null))).isEqualTo(new CardDecision.EditMedia(7));
	}

	@Test
	void theSamePhotoNeedsOnlyANewCaption() {
		assertThat(CardDecision.show(PHOTO, 7L, shown(Kind.PHOTO, picture('a').sha256())))
			.isEqualTo(new CardDecision.EditCaption(7));
	}

	@Test
	void anotherPhotoIsPutIntoTheMessage() {
		assertThat(CardDecision.show(PHOTO, 7L, shown(Kind.PHOTO, picture('b').sha256())))
			.isEqualTo(new CardDecision.EditMedia(7));
	}

	@Test
	void aPhotoCannotBecomeText() {
		assertThat(CardDecision.show(TEXT, 7L, shown(Kind.PHOTO, picture('a').sha256())))
			.isEqualTo(new CardDecision.Replace(7));
	}

	@Test
	void anUnknownMessageOnlyLosesItsButtons() {
		assertThat(CardDecision.show(TEXT, 7L, null)).isEqualTo(new CardDecision.SendAndStrip(7));
	}

	@Test
	void progressOfACardThatIsGoneIsNotWorthAMessage() {
		assertThat(CardDecision.update(TEXT, null, true)).isEqualTo(new CardDecision.Nothing());
		assertThat(CardDecision.update(TEXT, null, false)).isEqualTo(new CardDecision.Send());
	}

	private static CardMessage shown(Kind kind, @Nullable String picture) {
		return new CardMessage(1, 7, "card", kind, picture);
	}

	private static MediaRef picture(char digit) {
		return new MediaRef("a.png", String.valueOf(digit).repeat(64), "image/png", 9, 1, 1);
	}

}
