package studio.avatar.gateway.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Aim;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.journal.ApiCall;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of replies on good and on bad days of Telegram. */
class ReplyDeliveryIT extends RepliesUnderTest {

	@Test
	void aCardIsSentWithItsStylesAndButtonsAndThenEditedInPlace() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "training.run.1", null,
				Card.of(RichText.of("🎨 ").bold("Bella")).row(new Button("Stop", "training:cancel:1"))));
		SimulatedMessage first = awaitMessage(anna, "Bella");

		say(anna, new Reply.UpdateCard(anna.id(), "training.run.1", card("Half way"), false));

		SimulatedMessage edited = awaitMessage(anna, "Half way");
		assertThat(first.entities().get(0).path("offset").asInt()).isEqualTo(3);
		assertThat(first.labels()).containsExactly("Stop");
		assertThat(edited.messageId()).isEqualTo(first.messageId());
		assertThat(edited.labels()).isEmpty();
	}

	@Test
	void textBecomesPhotoInPlaceAndPhotoBecomesTextAsANewMessage() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "gallery", null, card("No picture yet")));
		SimulatedMessage text = awaitMessage(anna, "No picture yet");

		say(anna, show(anna, "gallery", text.messageId(), card("Picture 1").picture(picture(1))));
		SimulatedMessage photo = awaitMessage(anna, "Picture 1");
		say(anna, show(anna, "gallery", photo.messageId(), card("Empty again")));
		SimulatedMessage again = awaitMessage(anna, "Empty again");

		assertThat(photo.messageId()).isEqualTo(text.messageId());
		assertThat(photo.photoFileId()).isNotNull();
		assertThat(again.messageId()).isGreaterThan(photo.messageId());
		awaiting().until(() -> !said(anna, "Picture 1"));
	}

	@Test
	void aKnownPictureIsSentWithoutAnUpload() {
		SimulatedPerson anna = somebodyKnown();
		MediaRef picture = picture(2);
		say(anna, show(anna, "a", null, card("First time").picture(picture)));
		awaitMessage(anna, "First time");

		say(anna, show(anna, "b", null, card("Second time").picture(picture)));
		awaitMessage(anna, "Second time");

		List<ApiCall> photos = calls(anna, "sendPhoto");
		assertThat(photos.getFirst().parameters().path("photo").isObject()).isTrue();
		assertThat(photos.getLast().parameters().path("photo").isString()).isTrue();
	}

	@Test
	void aRefusedFileIdFallsBackToAnUpload() {
		SimulatedPerson anna = somebodyKnown();
		MediaRef picture = picture(3);
		this.database.sql("insert into media_file_id (sha256, kind, file_id) values (?, 'PHOTO', 'AgACfromAnotherBot')")
			.param(picture.sha256())
			.update();

		say(anna, show(anna, "a", null, card("Here it is").picture(picture)));

		assertThat(awaitMessage(anna, "Here it is").photoFileId()).isNotNull();
	}

	@Test
	void aLostPictureCostsThePictureAndNotTheCard() throws Exception {
		SimulatedPerson anna = somebodyKnown();
		MediaRef picture = picture(4);
		this.media.delete(picture.key());

		say(anna, show(anna, "a", null, card("Only words").picture(picture)));

		assertThat(awaitMessage(anna, "Only words").photoFileId()).isNull();
	}

	@Test
	void anAlbumIsFollowedByTheCardWithTheButtons() {
		SimulatedPerson anna = somebodyKnown();

		say(anna, new Reply.ShowPictures(anna.id(), "generation.1.result", List.of(picture(5), picture(6)),
				card("Two pictures").row(new Button("Again", "generation:again:1"))));

		SimulatedMessage card = awaitMessage(anna, "Two pictures");
		assertThat(card.labels()).containsExactly("Again");
		List<SimulatedMessage> album = fromBot(anna).stream().filter((part) -> part.mediaGroupId() != null).toList();
		assertThat(album).hasSize(2).allMatch((part) -> part.messageId() < card.messageId());
	}

	@Test
	void onePictureCarriesTheCardItself() {
		SimulatedPerson anna = somebodyKnown();

		say(anna, new Reply.ShowPictures(anna.id(), "generation.2.result", List.of(picture(7)),
				card("One picture").row(new Button("Again", "generation:again:2"))));

		SimulatedMessage card = awaitMessage(anna, "One picture");
		assertThat(card.photoFileId()).isNotNull();
		assertThat(card.labels()).containsExactly("Again");
	}

	@Test
	void aPictureThatWasGivenStaysWhateverItsButtonsLeadTo() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, new Reply.ShowPictures(anna.id(), "generation.3.result", List.of(picture(9)), card("Your picture")));
		SimulatedMessage given = awaitMessage(anna, "Your picture");
		say(anna, show(anna, "gallery", given.messageId(), card("In the gallery").picture(picture(10))));
		SimulatedMessage gallery = awaitMessage(anna, "In the gallery");

		say(anna, new Reply.UpdateCard(anna.id(), "generation.3.result", card("Your picture, liked"), false));

		SimulatedMessage liked = awaitMessage(anna, "Your picture, liked");
		assertThat(gallery.messageId()).isGreaterThan(given.messageId());
		assertThat(liked.messageId()).isEqualTo(given.messageId());
		assertThat(liked.photoFileId()).isEqualTo(given.photoFileId());
	}

	@Test
	void aFileComesAsItIs() {
		SimulatedPerson anna = somebodyKnown();
		MediaRef file = picture(8);

		say(anna, new Reply.SendFile(anna.id(), file, "original.png", RichText.of("The original")));

		SimulatedMessage message = awaitMessage(anna, "The original");
		assertThat(message.documentName()).isEqualTo("original.png");
		assertThat(anna.file(message.photoFileId())).isEqualTo(png(8));
	}

	@Test
	void repliesOfAChatKeepTheirOrder() {
		SimulatedPerson anna = somebodyKnown();

		IntStream.rangeClosed(1, 8).forEach((i) -> say(anna, show(anna, "card." + i, null, card("Number " + i))));

		awaitMessage(anna, "Number 8");
		assertThat(fromBot(anna)).extracting(GatewayUnderTest::text)
			.filteredOn((text) -> text.startsWith("Number"))
			.containsExactly("Number 1", "Number 2", "Number 3", "Number 4", "Number 5", "Number 6", "Number 7",
					"Number 8");
	}

	@Test
	void theSameReplyTwiceIsSentOnce() {
		SimulatedPerson anna = somebodyKnown();
		String id = UUID.randomUUID().toString();
		Reply reply = show(anna, "once", null, card("Only once"));

		wire().publish(Topic.CHAT_REPLIES, anna.id(), reply, id, "c");
		wire().publish(Topic.CHAT_REPLIES, anna.id(), reply, id, "c");
		say(anna, show(anna, "last", null, card("The last word")));

		awaitMessage(anna, "The last word");
		assertThat(fromBot(anna)).filteredOn((message) -> text(message).equals("Only once")).hasSize(1);
	}

	@Test
	void floodWaitDelaysTheReplyByRetryAfterAndLosesNothing() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMessage", Fault.floodWait(2));
		Instant begin = Instant.now();

		say(anna, show(anna, "a", null, card("Patience")));
		say(anna, show(anna, "b", null, card("Afterwards")));

		SimulatedMessage last = awaitMessage(anna, "Afterwards");
		assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
		assertThat(awaitMessage(anna, "Patience").messageId()).isLessThan(last.messageId());
	}

	@Test
	void aServerInTroubleIsAskedAgain() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMessage", Fault.serverError(502));
		TELEGRAM.faults().next("sendMessage", Fault.serverError(500));

		say(anna, show(anna, "a", null, card("Third time lucky")));

		awaitMessage(anna, "Third time lucky");
		assertThat(calls(anna, "sendMessage")).filteredOn((call) -> !call.ok()).hasSize(2);
	}

	@Test
	void whatIsShownAlreadyCountsAsShown() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "same", null, card("Nothing new")));
		awaitMessage(anna, "Nothing new");

		say(anna, new Reply.UpdateCard(anna.id(), "same", card("Nothing new"), false));

		awaiting().untilAsserted(() -> assertThat(calls(anna, "editMessageText")).isNotEmpty());
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).containsOnly("done"));
		assertThat(calls(anna, "editMessageText")).last().matches((call) -> !call.ok());
		assertThat(fromBot(anna)).filteredOn((message) -> text(message).equals("Nothing new")).hasSize(1);
	}

	@Test
	void anEditWhoseAnswerWasLostIsNotShownTwice() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "cut", null, card("Before")));
		awaitMessage(anna, "Before");
		TELEGRAM.faults().next("editMessageText", Fault.cutAfterSuccess());

		say(anna, new Reply.UpdateCard(anna.id(), "cut", card("After"), false));

		awaitMessage(anna, "After");
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).containsOnly("done"));
		assertThat(fromBot(anna)).filteredOn((message) -> text(message).equals("After")).hasSize(1);
	}

	@Test
	void aMessageThatIsGoneIsSentAnewUnlessItIsProgress() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "gone", null, card("Here")));
		SimulatedMessage first = awaitMessage(anna, "Here");
		// However often it is tried: an edit that has to wait for a turn to send anew
		// begins again.
		TELEGRAM.faults()
			.plan(new Aim("editMessageText", anna.id(), 0, Integer.MAX_VALUE),
					Fault.refused(400, "Bad Request: message to edit not found"));
		say(anna, new Reply.UpdateCard(anna.id(), "gone", card("Here again"), false));
		SimulatedMessage second = awaitMessage(anna, "Here again");
		int edits = calls(anna, "editMessageText").size();

		say(anna, new Reply.UpdateCard(anna.id(), "gone", card("12 %"), true));

		awaiting().untilAsserted(() -> assertThat(calls(anna, "editMessageText")).hasSizeGreaterThan(edits));
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).containsOnly("done"));
		assertThat(second.messageId()).isGreaterThan(first.messageId());
		assertThat(said(anna, "12 %")).isFalse();
	}

	@Test
	void onlyTheNewestProgressIsShownWhenTheChatHadToWait() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "run", null, card("0 %")));
		awaitMessage(anna, "0 %");
		TELEGRAM.faults().next("editMessageText", Fault.floodWait(2));

		IntStream.rangeClosed(1, 9)
			.forEach((i) -> say(anna, new Reply.UpdateCard(anna.id(), "run", card(i + "0 %"), true)));

		SimulatedMessage shown = awaitMessage(anna, "90 %");
		assertThat(shown.editions()).isLessThan(4);
		assertThat(statuses(anna)).contains("skipped");
	}

	@Test
	void aRefusedReplyIsKeptWithItsErrorAndTheNextOneFlows() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMessage", Fault.refused(400, "Bad Request: PEER_FLOOD_OF_NONSENSE"));

		say(anna, show(anna, "a", null, card("Refused")));
		say(anna, show(anna, "b", null, card("Flows")));

		awaitMessage(anna, "Flows");
		assertThat(said(anna, "Refused")).isFalse();
		assertThat(this.database.sql("select note from delivery where chat_id = ? and status = 'failed'")
			.param(anna.id())
			.query(String.class)
			.single()).contains("PEER_FLOOD_OF_NONSENSE");
	}

	@Test
	void whoeverBlocksTheBotGetsNothingUntilTheyReturn() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().blocked(anna.id());
		say(anna, show(anna, "a", null, card("Unheard")));
		say(anna, show(anna, "b", null, card("Unheard too")));
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).endsWith("dropped", "dropped"));

		TELEGRAM.faults().unblocked(anna.id());
		int before = fromBot(anna).size();
		anna.sends("/menu");
		awaiting().until(() -> fromBot(anna).size() > before);
		say(anna, show(anna, "c", null, card("Welcome back")));

		awaitMessage(anna, "Welcome back");
		assertThat(said(anna, "Unheard")).isFalse();
	}

	@Test
	void aCardIsTakenAwayAndThenIsNotThere() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "short", null, card("Short-lived")));
		awaitMessage(anna, "Short-lived");

		say(anna, new Reply.RemoveCard(anna.id(), "short"));
		say(anna, new Reply.RemoveCard(anna.id(), "short"));

		awaiting().until(() -> !said(anna, "Short-lived"));
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).endsWith("done", "done", "done"));
	}

	@Test
	void aCardInPlaceOfAnUnknownMessageComesAsANewOne() {
		SimulatedPerson anna = somebodyKnown();

		say(anna, show(anna, "a", 999_999L, card("Where was I?")));

		awaitMessage(anna, "Where was I?");
	}

	@Test
	void tooLongATextComesInSeveralMessages() {
		SimulatedPerson anna = somebodyKnown();

		say(anna, show(anna, "long", null, Card.of(RichText.of("Long story ").bold("🙂".repeat(4096)).plain("End"))));

		awaitMessage(anna, "End");
		assertThat(fromBot(anna).stream()
			.map(GatewayUnderTest::text)
			.collect(java.util.stream.Collectors.joining())
			.codePoints()
			.filter((point) -> point == "🙂".codePointAt(0))).hasSize(4096);
	}

	@Test
	void wordsAnswerAPressInTime() {
		SimulatedPerson anna = somebodyKnown();
		ChatEvent.ButtonPressed press = presses(anna).event();

		say(anna, new Reply.ShowToast(anna.id(), press.pressId(), "Saved", false));

		awaiting().untilAsserted(
				() -> assertThat(anna.toasts()).extracting((toast) -> toast.text()).containsExactly("Saved"));
	}

	@Test
	void theCardAPressLeadsToEndsItsSpinnerAtOnce() {
		SimulatedPerson anna = somebodyKnown();
		Envelope<ChatEvent.ButtonPressed> press = presses(anna);
		Instant begin = Instant.now();

		wire().publish(Topic.CHAT_REPLIES, anna.id(), show(anna, "quick", null, card("Quick")),
				UUID.randomUUID().toString(), press.correlationId());

		awaiting().until(() -> isAnswered(press.event().pressId()));
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(700));
		assertThat(said(anna, "Quick")).isTrue();
	}

	@Test
	void wordsThatComeTooLateForTheButtonComeAsAMessage() {
		SimulatedPerson anna = somebodyKnown();
		ChatEvent.ButtonPressed press = presses(anna).event();
		awaiting().until(() -> isAnswered(press.pressId()));

		say(anna, new Reply.ShowToast(anna.id(), press.pressId(), "Saved at last", false));

		awaitMessage(anna, "Saved at last");
	}

}
