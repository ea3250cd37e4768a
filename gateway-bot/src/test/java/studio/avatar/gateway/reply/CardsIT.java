package studio.avatar.gateway.reply;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Sheet;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of card in the chat, and from every kind into every other. */
class CardsIT extends RepliesUnderTest {

	private static final String LONG = "Many words follow here. ".repeat(250);

	/** What a card can be; the number of its messages. */
	enum Kind {

		TEXT(1), PHOTO(1), LONG_TEXT(2), LONGER_TEXT(3), LONG_PHOTO(3);

		final int messages;

		Kind(int messages) {
			this.messages = messages;
		}

	}

	static Stream<List<Kind>> ways() {
		return Stream.of(Kind.values()).flatMap((from) -> Stream.of(Kind.values()).map((to) -> List.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void everyCardBecomesEveryOtherAndNothingOfItIsLeft(List<Kind> way) {
		SimulatedPerson anna = somebodyKnown();
		int before = fromBot(anna).size();
		say(anna, show(anna, "a", null, card(way.getFirst(), "before")));
		SimulatedMessage shown = awaitMessage(anna, "before.");

		say(anna, show(anna, "b", shown.messageId(), card(way.getLast(), "after")));

		awaitMessage(anna, "after.");
		awaiting().untilAsserted(() -> assertThat(fromBot(anna)).hasSize(before + way.getLast().messages));
		List<SimulatedMessage> after = fromBot(anna).subList(before, before + way.getLast().messages);
		assertThat(after).allMatch((message) -> !text(message).contains("before"));
		assertThat(after.getLast().labels()).containsExactly("after");
		assertThat(after.subList(0, after.size() - 1)).allMatch((message) -> message.labels().isEmpty());
		assertThat(after.getFirst().photoFileId() != null).isEqualTo(way.getLast().name().contains("PHOTO"));
	}

	@Test
	void aCardOfSeveralMessagesIsTakenAwayWhole() {
		SimulatedPerson anna = somebodyKnown();
		int before = fromBot(anna).size();
		say(anna, show(anna, "a", null, card(Kind.LONG_PHOTO, "before")));
		awaitMessage(anna, "before.");

		say(anna, new Reply.RemoveCard(anna.id(), "a"));

		awaiting().until(() -> fromBot(anna).size() == before);
	}

	@Test
	void aCutInTheMiddleOfACardRepeatsOneOfItsMessagesAtMost() {
		SimulatedPerson anna = somebodyKnown();
		int before = fromBot(anna).size();
		say(anna, show(anna, "a", null, card(Kind.TEXT, "before")));
		SimulatedMessage shown = awaitMessage(anna, "before.");
		TELEGRAM.faults().next("sendMessage", Fault.floodWait(1));
		TELEGRAM.faults().next("sendMessage", Fault.cutAfterSuccess());

		say(anna, show(anna, "a", shown.messageId(), card(Kind.LONGER_TEXT, "after")));

		awaitMessage(anna, "after.");
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).endsWith("done", "done"));
		assertThat(fromBot(anna)).hasSize(before + Kind.LONGER_TEXT.messages + 1);
		assertThat(said(anna, "before.")).isFalse();
	}

	@Test
	void whenAMessageOfACardIsGoneAllOfItIsSentAnew() {
		SimulatedPerson anna = somebodyKnown();
		int before = fromBot(anna).size();
		say(anna, show(anna, "a", null, card(Kind.LONGER_TEXT, "before")));
		awaitMessage(anna, "before.");
		TELEGRAM.faults().next("editMessageText", Fault.refused(400, "Bad Request: message to edit not found"));

		say(anna, new Reply.UpdateCard(anna.id(), "a", card(Kind.LONGER_TEXT, "after"), false));

		awaitMessage(anna, "after.");
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).endsWith("done", "done"));
		assertThat(said(anna, "before.")).isFalse();
		assertThat(fromBot(anna)).hasSize(before + Kind.LONGER_TEXT.messages);
	}

	@Test
	void aLongCardWhosePictureIsLostComesAsItsWords() throws Exception {
		SimulatedPerson anna = somebodyKnown();
		int before = fromBot(anna).size();
		MediaRef lost = picture(50);
		Card card = card(Kind.LONG_TEXT, "before").picture(lost);
		this.media.delete(lost.key());

		say(anna, show(anna, "a", null, card));

		awaitMessage(anna, "before.");
		assertThat(fromBot(anna).subList(before, before + 3)).hasSize(3)
			.allMatch((message) -> message.photoFileId() == null);
	}

	@Test
	void wordsThatDoNotFitBelowAPictureThatStaysAreACardOfTheirOwn() {
		SimulatedPerson anna = somebodyKnown();

		say(anna, new Reply.ShowPictures(anna.id(), "generation.9.result", List.of(picture(22)),
				card(Kind.LONG_TEXT, "given")));

		SimulatedMessage card = awaitMessage(anna, "given.");
		List<SimulatedMessage> photos = fromBot(anna).stream().filter((one) -> one.photoFileId() != null).toList();
		assertThat(photos).singleElement().matches((photo) -> text(photo).isEmpty());
		assertThat(photos.getFirst().messageId()).isLessThan(card.messageId());
		assertThat(card.labels()).containsExactly("given");
	}

	@Test
	void onePictureThatTelegramRefusesCostsNoOtherOfItsAlbum() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMediaGroup", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
		TELEGRAM.faults().next("sendMediaGroup", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
		TELEGRAM.faults().next("sendPhoto", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
		TELEGRAM.faults().next("sendDocument", Fault.refused(400, "Bad Request: nonsense"));

		say(anna, new Reply.ShowPictures(anna.id(), "generation.10.result",
				List.of(picture(23), picture(24), picture(25)), card(Kind.TEXT, "album")));

		SimulatedMessage card = awaitMessage(anna, "album.");
		assertThat(fromBot(anna)).filteredOn((one) -> one.photoFileId() != null)
			.hasSize(2)
			.allMatch((photo) -> photo.messageId() < card.messageId());
	}

	@Test
	void picturesThatTelegramHasComeThoughTheStoreHasLostThem() throws Exception {
		SimulatedPerson anna = somebodyKnown();
		List<MediaRef> pictures = List.of(picture(61), picture(62));
		say(anna, new Reply.ShowPictures(anna.id(), "generation.61.result", pictures, card("From the store")));
		awaitMessage(anna, "From the store");
		for (MediaRef picture : pictures) {
			this.media.delete(picture.key());
		}

		say(anna, new Reply.ShowPictures(anna.id(), "generation.62.result", pictures, card("From Telegram")));

		awaitMessage(anna, "From Telegram");
		assertThat(fromBot(anna)).filteredOn((message) -> message.photoFileId() != null).hasSize(4);
	}

	@Test
	void aSheetIsShownAndAgainWithoutAnUpload() {
		SimulatedPerson anna = somebodyKnown();
		Sheet sheet = new Sheet(IntStream.range(30, 39).mapToObj(this::picture).toList(), 1);
		say(anna, show(anna, "page", null, Card.of(RichText.of("Page 1")).sheet(sheet)));
		SimulatedMessage first = awaitMessage(anna, "Page 1");

		say(anna, show(anna, "page", first.messageId(), Card.of(RichText.of("No page")).picture(picture(40))));
		SimulatedMessage other = awaitMessage(anna, "No page");
		say(anna, show(anna, "page", other.messageId(), Card.of(RichText.of("Page 1 again")).sheet(sheet)));

		SimulatedMessage again = awaitMessage(anna, "Page 1 again");
		assertThat(again.messageId()).isEqualTo(first.messageId());
		assertThat(again.photoFileId()).isEqualTo(first.photoFileId());
		assertThat(calls(anna, "sendPhoto")).hasSize(1);
		assertThat(calls(anna, "editMessageMedia").getLast().parameters().path("media").toString())
			.doesNotContain("attach:");
	}

	@Test
	void aSheetWithAGreyFieldIsPaintedAgainTheNextTime() throws Exception {
		SimulatedPerson anna = somebodyKnown();
		Sheet sheet = new Sheet(List.of(picture(41), picture(42)), 1);
		MediaRef lost = sheet.pictures().getFirst();
		this.media.delete(lost.key());
		say(anna, show(anna, "page", null, Card.of(RichText.of("Grey")).sheet(sheet)));
		SimulatedMessage grey = awaitMessage(anna, "Grey");
		this.media.put(lost.key(), "image/png", new ByteArrayInputStream(png(41)), null);

		say(anna, show(anna, "page", grey.messageId(), Card.of(RichText.of("Found")).sheet(sheet)));

		SimulatedMessage found = awaitMessage(anna, "Found");
		assertThat(found.messageId()).isEqualTo(grey.messageId());
		assertThat(anna.file(found.photoFileId())).isNotEqualTo(anna.file(grey.photoFileId()));
	}

	@Test
	void rowsThatAreTooWideForATelephoneAreBroken() {
		SimulatedPerson anna = somebodyKnown();

		say(anna,
				show(anna, "a", null,
						Card.of(RichText.of("Rows"))
							.row(new Button("❤️ В избранное", "gallery:a"), new Button("📝 Описание", "gallery:b"),
									new Button("🗑 Удалить", "gallery:c"))));

		awaitMessage(anna, "Rows");
		assertThat(calls(anna, "sendMessage").getLast()
			.parameters()
			.path("reply_markup")
			.path("inline_keyboard")
			.valueStream()
			.map((row) -> row.size())).containsExactly(2, 1);
	}

	private Card card(Kind kind, String words) {
		Card card = Card.of(RichText.of(switch (kind) {
			case TEXT, PHOTO -> kind + " ";
			case LONG_TEXT, LONG_PHOTO -> LONG;
			case LONGER_TEXT -> LONG + LONG;
		}).bold(words + ".")).row(new Button(words, "training:avatars"));
		return switch (kind) {
			case PHOTO, LONG_PHOTO -> card.picture(picture(words.length()));
			default -> card;
		};
	}

}
