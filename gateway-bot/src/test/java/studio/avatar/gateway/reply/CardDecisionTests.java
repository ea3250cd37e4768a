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
		assertThat(CardDecision.show("card", TEXT, null, null)).isEqualTo(new CardDecision.Send());
	}

	@Test
	void textBecomesTextByAnEdit() {
		assertThat(CardDecision.show("card", TEXT, 7L, shown(Kind.TEXT, null))).isEqualTo(new CardDecision.EditText(7));
	}

	@Test
	void textBecomesAPhotoByAnEdit() {
		assertThat(CardDecision.show("card", PHOTO, 7L, shown(Kind.TEXT, null)))
			.isEqualTo(new CardDecision.EditMedia(shown(Kind.TEXT, null)));
	}

	@Test
	void theSamePhotoNeedsOnlyANewCaption() {
		assertThat(CardDecision.show("card", PHOTO, 7L, shown(Kind.PHOTO, picture('a').sha256())))
			.isEqualTo(new CardDecision.EditCaption(shown(Kind.PHOTO, picture('a').sha256())));
	}

	@Test
	void anotherPhotoIsPutIntoTheMessage() {
		assertThat(CardDecision.show("card", PHOTO, 7L, shown(Kind.PHOTO, picture('b').sha256())))
			.isEqualTo(new CardDecision.EditMedia(shown(Kind.PHOTO, picture('b').sha256())));
	}

	@Test
	void aPhotoCannotBecomeText() {
		assertThat(CardDecision.show("card", TEXT, 7L, shown(Kind.PHOTO, picture('a').sha256())))
			.isEqualTo(new CardDecision.Replace(7));
	}

	@Test
	void anUnknownMessageOnlyLosesItsButtons() {
		assertThat(CardDecision.show("card", TEXT, 7L, null)).isEqualTo(new CardDecision.SendAndStrip(7));
	}

	@Test
	void progressOfACardThatIsGoneIsNotWorthAMessage() {
		assertThat(CardDecision.update(TEXT, null, true)).isEqualTo(new CardDecision.Nothing());
		assertThat(CardDecision.update(TEXT, null, false)).isEqualTo(new CardDecision.Send());
	}

	@Test
	void aPictureThatWasGivenIsNeverTakenAwayByWhatItsButtonsLeadTo() {
		assertThat(CardDecision.show("gallery", PHOTO, 7L, given())).isEqualTo(new CardDecision.Send());
		assertThat(CardDecision.show("gallery", TEXT, 7L, given())).isEqualTo(new CardDecision.Send());
	}

	@Test
	void aPictureThatWasGivenMayGetOtherWordsAndButtons() {
		assertThat(CardDecision.show("card", TEXT, 7L, given())).isEqualTo(new CardDecision.EditCaption(given()));
		assertThat(CardDecision.update(TEXT, given(), false)).isEqualTo(new CardDecision.EditCaption(given()));
	}

	private static CardMessage given() {
		return new CardMessage(1, 7, "card", Kind.PHOTO, picture('b').sha256(), true);
	}

	private static CardMessage shown(Kind kind, @Nullable String picture) {
		return new CardMessage(1, 7, "card", kind, picture, false);
	}

	private static MediaRef picture(char digit) {
		return new MediaRef("a.png", String.valueOf(digit).repeat(64), "image/png", 9, 1, 1);
	}

}
