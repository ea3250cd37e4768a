package studio.avatar.gateway.reply;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.gateway.reply.CardMessage.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class CardDecisionTests {

	private static final CardShape TEXT = new CardShape(null, 1, true);

	private static final CardShape PHOTO = new CardShape("a", 1, true);

	private static final CardShape LONG_TEXT = new CardShape(null, 2, false);

	private static final CardShape LONG_PHOTO = new CardShape("a", 2, false);

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
		assertThat(CardDecision.show("card", PHOTO, 7L, shown(Kind.PHOTO, "a")))
			.isEqualTo(new CardDecision.EditCaption(shown(Kind.PHOTO, "a")));
	}

	@Test
	void anotherPhotoIsPutIntoTheMessage() {
		assertThat(CardDecision.show("card", PHOTO, 7L, shown(Kind.PHOTO, "b")))
			.isEqualTo(new CardDecision.EditMedia(shown(Kind.PHOTO, "b")));
	}

	@Test
	void aPhotoCannotBecomeText() {
		assertThat(CardDecision.show("card", TEXT, 7L, shown(Kind.PHOTO, "a")))
			.isEqualTo(new CardDecision.Replace(shown(Kind.PHOTO, "a")));
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

	@Test
	void moreWordsThanFitBelowAPictureThatWasGivenComeAsACardOfTheirOwn() {
		assertThat(CardDecision.update(new CardShape(null, 1, false), given(), false))
			.isEqualTo(new CardDecision.SendAndStrip(7));
	}

	@Test
	void aCardOfSeveralMessagesIsEditedMessageByMessage() {
		assertThat(CardDecision.show("card", LONG_TEXT, 7L, several(null)))
			.isEqualTo(new CardDecision.EditEach(several(null)));
		assertThat(CardDecision.show("card", LONG_PHOTO, 7L, several(null)))
			.isEqualTo(new CardDecision.EditEach(several(null)));
		assertThat(CardDecision.update(LONG_PHOTO, several("b"), false))
			.isEqualTo(new CardDecision.EditEach(several("b")));
	}

	@Test
	void aCardOfMoreOrFewerMessagesIsSentAnewInPlaceOfAllOfThem() {
		assertThat(CardDecision.show("card", TEXT, 7L, several(null)))
			.isEqualTo(new CardDecision.Replace(several(null)));
		assertThat(CardDecision.show("card", LONG_TEXT, 7L, shown(Kind.TEXT, null)))
			.isEqualTo(new CardDecision.Replace(shown(Kind.TEXT, null)));
		assertThat(CardDecision.update(new CardShape(null, 3, false), several(null), false))
			.isEqualTo(new CardDecision.Replace(several(null)));
	}

	@Test
	void aPictureAboveSeveralMessagesCannotBecomeText() {
		assertThat(CardDecision.show("card", LONG_TEXT, 7L, several("a")))
			.isEqualTo(new CardDecision.Replace(several("a")));
	}

	@Test
	void withoutItsPictureACardIsDecidedAnew() {
		assertThat(CardDecision.withoutPicture(new CardDecision.EditMedia(shown(Kind.TEXT, null)), TEXT))
			.isEqualTo(new CardDecision.EditText(7));
		assertThat(CardDecision.withoutPicture(new CardDecision.EditMedia(shown(Kind.PHOTO, "b")), TEXT))
			.isEqualTo(new CardDecision.Replace(shown(Kind.PHOTO, "b")));
		assertThat(CardDecision.withoutPicture(new CardDecision.Send(), TEXT)).isEqualTo(new CardDecision.Send());
	}

	private static CardMessage given() {
		return new CardMessage(1, 7, "card", Kind.PHOTO, "b", true, List.of(), true);
	}

	private static CardMessage several(@Nullable String picture) {
		return new CardMessage(1, 7, "card", Kind.TEXT, picture, false, List.of(6L), true);
	}

	private static CardMessage shown(Kind kind, @Nullable String picture) {
		return new CardMessage(1, 7, "card", kind, picture, false, List.of(), true);
	}

}
