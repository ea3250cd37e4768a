package studio.avatar.gateway;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.pengrad.telegrambot.request.DeleteMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.SentPhoto.Refusal;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.TelegramApi;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.person.Thing;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person sees of the gateway alone, and what it tells the domains. */
class GatewayConversationTests extends GatewayUnderTest {

	@Autowired
	TelegramApi telegram;

	@Test
	void startGreetsByNameWithAPictureTheMenuAndWelcomeCredits() {
		SimulatedPerson anna = somebody();

		anna.sends("/start");

		SimulatedMessage greeting = awaitMessage(anna, "Hi, Anna!");
		assertThat(greeting.photoFileId()).isNotNull();
		assertThat(text(greeting)).contains("200 credits");
		assertThat(greeting.labels()).containsExactly("🎨 Create", "🎭 My avatars", "🖼 Gallery", "💰 Balance",
				"❓ Help");
	}

	@Test
	void aRussianAppIsAnsweredInRussian() {
		SimulatedPerson anya = somebodyRussian();

		anya.sends("/start");

		assertThat(text(awaitMessage(anya, "Привет, Аня!"))).contains("200 кредитов");
	}

	@Test
	void startTwiceGivesWelcomeCreditsOnce() {
		SimulatedPerson anna = somebody();
		anna.sends("/start");
		awaitMessage(anna, "200 credits");

		anna.sends("/start");
		anna.sends("/balance");

		assertThat(text(awaitMessage(anna, "Your credits"))).contains("Available: 200")
			.containsOnlyOnce("welcome gift");
	}

	@Test
	void aMenuButtonTurnsItsMessageIntoTheScreen() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedMessage menu = awaitMessage(anna, "Main menu");

		anna.presses(menu, "❓ Help");

		SimulatedMessage help = awaitMessage(anna, "How it works");
		assertThat(help.messageId()).isEqualTo(menu.messageId());
	}

	@Test
	void aPressIsToldToItsDomainAndItsSpinnerEnds() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedMessage menu = awaitMessage(anna, "Main menu");

		anna.presses(menu, "🎭 My avatars");

		ChatEvent.ButtonPressed pressed = awaiting()
			.until(() -> wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.ButtonPressed.class),
					(all) -> !all.isEmpty())
			.getFirst();
		assertThat(pressed.action()).isEqualTo("training:avatars");
		assertThat(pressed.origin().messageId()).isEqualTo(menu.messageId());
		awaiting().atMost(Duration.ofSeconds(1))
			.until(() -> TELEGRAM.journal()
				.calls("answerCallbackQuery")
				.stream()
				.anyMatch((call) -> call.ok()
						&& call.parameters().path("callback_query_id").asString("").equals(pressed.pressId())));
	}

	@Test
	void commandsGoToTheirDomains() {
		SimulatedPerson anna = somebodyKnown();

		anna.sends("/create a cat");
		anna.sends("/gallery");

		awaiting().untilAsserted(() -> {
			assertThat(wire().heard(Topic.CHAT_GENERATION, anna.id(), ChatEvent.CommandIssued.class))
				.extracting(ChatEvent.CommandIssued::command, ChatEvent.CommandIssued::arguments)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("create", "a cat"));
			assertThat(wire().heard(Topic.CHAT_GALLERY, anna.id(), ChatEvent.CommandIssued.class)).hasSize(1);
		});
	}

	@Test
	void unknownTextAndPhotoAreNeverMetWithSilence() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedPerson boris = somebodyKnown();

		anna.sends("hello?");
		boris.sendsPhoto(png(1), null);

		awaitMessage(anna, "did not ask");
		awaitMessage(boris, "did not ask");
	}

	@Test
	void manyThatGetTheSameHintDoNotKeepAButtonWaiting() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedMessage menu = awaitMessage(anna, "Main menu");

		for (int i = 0; i < 40; i++) {
			anna.sends(Thing.STICKER);
		}
		anna.presses(menu, "❓ Help");

		awaitMessage(anna, "How it works");
		awaitMessage(anna, "stickers");
		assertThat(fromBot(anna)).filteredOn((message) -> text(message).contains("stickers")).hasSizeLessThan(10);
	}

	@ParameterizedTest
	@EnumSource(Thing.class)
	void whatTheBotMakesNothingOfIsAnsweredWithWhatItUnderstands(Thing thing) {
		SimulatedPerson anna = somebody();

		anna.sends(thing);

		SimulatedMessage answer = awaitMessage(anna, "I understand text");
		assertThat(text(answer)).doesNotContain("of that");
		assertThat(answer.labels()).contains("🎨 Create");
	}

	@Test
	void inTheMiddleOfAWizardItIsSaidWhatIsWaitedForAndItStays() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.text("training:name:1"), "What is the name?");

		anna.sends(Thing.VOICE);
		anna.sends("/nmae Bella");
		awaitMessage(anna, "I do not know the command /nmae");
		anna.sends("Bella");

		assertThat(text(awaitMessage(anna, "cannot listen to voice"))).contains("waiting for a text message");
		awaiting()
			.untilAsserted(() -> assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class))
				.extracting(ChatEvent.TextEntered::text)
				.containsExactly("Bella"));
	}

	@Test
	void anEditIsNotReadAndThatIsSaidOnce() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.text("training:name:1"), "What is the name?");
		TELEGRAM.faults().duplicateNextUpdate();

		anna.edits(anna.messages().getFirst(), "/menu please");
		awaitMessage(anna, "edited");
		anna.sends("Bella");

		awaiting().until(() -> !wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class).isEmpty());
		assertThat(fromBot(anna)).filteredOn((message) -> text(message).contains("edited"))
			.singleElement()
			.satisfies((said) -> assertThat(text(said)).contains("waiting for a text message"));
	}

	@Test
	void aForwardedPhotoAnswersLikeAnyOther() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.photos("training:photos:1"), "Send photos");

		anna.forwardsPhoto(png(1));

		awaiting().untilAsserted(() -> assertThat(refusals(anna)).containsExactly((Refusal) null));
	}

	@Test
	void aFileThatIsNoPictureIsSaidAndNotFetched() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.photos("training:photos:1"), "Send photos");
		int fetched = TELEGRAM.journal().calls("getFile").size();

		anna.sendsDocument("me.pdf", "application/pdf", new byte[] { 1, 2, 3 });

		awaiting().untilAsserted(() -> assertThat(refusals(anna)).containsExactly(Refusal.NO_PICTURE));
		assertThat(TELEGRAM.journal().calls("getFile")).hasSize(fetched);
	}

	@Test
	void aFileNobodyAskedForIsCalledWhatItIs() {
		SimulatedPerson anna = somebody();

		anna.sendsDocument("me.pdf", "application/pdf", new byte[] { 1, 2, 3 });

		assertThat(text(awaitMessage(anna, "I understand text"))).contains("no picture");
	}

	@ParameterizedTest
	@ValueSource(strings = { "promo_FREE100", "ref_4000000001", "group", "made-up", "promo_" })
	void aLinkThatNothingIsOfferedForLeadsToTheGreetingAlone(String payload) {
		SimulatedPerson anna = somebody();

		anna.sends("/start " + payload);
		anna.sends("/balance");

		assertThat(text(awaitMessage(anna, "Your credits"))).contains("Available: 200");
		assertThat(fromBot(anna)).hasSize(2);
		assertThat(text(fromBot(anna).getFirst())).contains("Hi, Anna!").doesNotContain(payload);
	}

	@Test
	void aCommandMayNameTheBot() {
		SimulatedPerson anna = somebodyKnown();

		anna.sends("/create@sandbox_bot a cat");

		awaiting().untilAsserted(
				() -> assertThat(wire().heard(Topic.CHAT_GENERATION, anna.id(), ChatEvent.CommandIssued.class))
					.extracting(ChatEvent.CommandIssued::arguments)
					.containsExactly("a cat"));
	}

	@Test
	void aTextAnswersWhatADomainAskedOnce() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.text("training:name:1"), "What is the name?");

		anna.sends("Bella");
		anna.sends("Bella again");

		awaitMessage(anna, "did not ask");
		awaiting()
			.untilAsserted(() -> assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class))
				.extracting(ChatEvent.TextEntered::expectation, ChatEvent.TextEntered::text)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("training:name:1", "Bella")));
	}

	@Test
	void photosAndFilesAnswerUntilSomethingElseIsAsked() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.photos("training:photos:1"), "Send photos");

		anna.sendsPhoto(png(1), "me");
		anna.sendsDocument("me.png", "image/png", png(2));

		List<ChatEvent.PhotosSent> sent = awaiting().until(
				() -> wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.PhotosSent.class),
				(all) -> all.size() == 2);
		assertThat(sent.getFirst().caption()).isEqualTo("me");
		assertThat(sent.getLast().photos().getFirst().fileName()).isEqualTo("me.png");
		assertThat(sent.getLast().photos().getFirst().file()).isNotNull()
			.satisfies((file) -> assertThat(this.media.read(file)).isEqualTo(png(2)));
	}

	@Test
	void anAlbumIsOneEvent() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.photos("training:photos:1"), "Send photos");

		anna.sendsAlbum(List.of(png(1), png(2), png(3)));

		List<ChatEvent.PhotosSent> sent = awaiting().until(
				() -> wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.PhotosSent.class),
				(all) -> !all.isEmpty());
		assertThat(sent).hasSize(1);
		assertThat(sent.getFirst().photos()).hasSize(3).allSatisfy((photo) -> assertThat(photo.file()).isNotNull());
	}

	@Test
	void cancelForgetsWhatWasAskedAndSaysSo() {
		SimulatedPerson anna = somebodyKnown();
		ask(anna, Expectation.text("training:name:1"), "What is the name?");

		anna.sends("/cancel");
		anna.sends("Bella");

		awaitMessage(anna, "did not ask");
		assertThat(said(anna, "Cancelled")).isTrue();
		assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class)).isEmpty();
	}

	@Test
	void aQuestionThatComesAfterThePersonWentElsewhereIsNotWaitedFor() {
		SimulatedPerson anna = somebodyKnown();
		anna.presses(awaitMessage(anna, "Main menu"), "🎭 My avatars");
		String asked = awaiting().until(() -> wire().heard(Topic.CHAT_TRAINING, anna.id()), (all) -> !all.isEmpty())
			.getFirst()
			.correlationId();
		anna.sends("/cancel");
		awaitMessage(anna, "othing to cancel");

		wire().publish(
				Topic.CHAT_REPLIES, anna.id(), new Reply.ShowCard(anna.id(), "training.draft.late", null,
						Card.of(RichText.of("What is the name?")), Expectation.text("training:name:1")),
				UUID.randomUUID().toString(), asked);
		awaitMessage(anna, "What is the name?");
		anna.sends("Bella");

		awaitMessage(anna, "did not ask");
		assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class)).isEmpty();
	}

	@Test
	void aQuestionThatAPressLedToIsWaitedFor() {
		SimulatedPerson anna = somebodyKnown();
		anna.presses(awaitMessage(anna, "Main menu"), "🎭 My avatars");
		String asked = awaiting().until(() -> wire().heard(Topic.CHAT_TRAINING, anna.id()), (all) -> !all.isEmpty())
			.getFirst()
			.correlationId();

		wire().publish(
				Topic.CHAT_REPLIES, anna.id(), new Reply.ShowCard(anna.id(), "training.draft.prompt", null,
						Card.of(RichText.of("What is the name?")), Expectation.text("training:name:1")),
				UUID.randomUUID().toString(), asked);
		awaitMessage(anna, "What is the name?");
		anna.sends("Bella");

		awaiting().until(() -> !wire().heard(Topic.CHAT_TRAINING, anna.id(), ChatEvent.TextEntered.class).isEmpty());
	}

	@Test
	void aButtonThatBelongsToNobodyIsAnsweredInWords() {
		SimulatedPerson anna = somebodyKnown();
		show(anna, new Reply.ShowCard(anna.id(), "old", null,
				Card.of(RichText.of("An old card")).row(new Button("Gone", "menu:gone")), null));

		anna.presses(awaitMessage(anna, "An old card"), "Gone");

		awaiting().untilAsserted(() -> assertThat(fromBot(anna).getLast().labels()).contains("🎨 Create"));
		awaiting().untilAsserted(() -> assertThat(anna.toasts()).hasSize(1));
		assertThat(anna.toasts().getFirst().text()).contains("out of date");
	}

	@Test
	void aButtonOfTheAccountThatIsGoneIsAnsweredWithTheBalance() {
		SimulatedPerson anna = somebodyKnown();
		show(anna, new Reply.ShowCard(anna.id(), "old", null,
				Card.of(RichText.of("An old card")).row(new Button("Gone", "account:statement:99999")), null));

		anna.presses(awaitMessage(anna, "An old card"), "Gone");

		assertThat(text(awaitMessage(anna, "Your credits"))).contains("Available: 200");
		awaiting().untilAsserted(() -> assertThat(anna.toasts()).hasSize(1));
		assertThat(anna.toasts().getFirst().text()).contains("out of date");
	}

	@Test
	void aPressOnAButtonThatItsMessageNoLongerHasIsAnsweredAsWell() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedMessage menu = awaitMessage(anna, "Main menu");
		anna.presses(menu, "❓ Help");
		awaitMessage(anna, "How it works");

		anna.presses(menu, "💰 Balance");

		awaitMessage(anna, "Your credits");
	}

	@Test
	void aPressOnAMessageThatIsDeletedIsAnsweredAsWell() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedMessage menu = awaitMessage(anna, "Main menu");
		this.telegram.call(new DeleteMessage(anna.id(), (int) menu.messageId()));
		awaiting().until(() -> !said(anna, "Main menu"));

		anna.presses(menu, "❓ Help");

		awaitMessage(anna, "How it works");
	}

	@Test
	void commandsAreOfferedInBothLanguages() {
		somebodyKnown();

		assertThat(TELEGRAM.journal().calls("setMyCommands"))
			.extracting((call) -> call.parameters().path("language_code").asString(""))
			.contains("", "en", "ru");
	}

	private static List<@Nullable Refusal> refusals(SimulatedPerson person) {
		return wire().heard(Topic.CHAT_TRAINING, person.id(), ChatEvent.PhotosSent.class)
			.stream()
			.flatMap((sent) -> sent.photos().stream())
			.<@Nullable Refusal>map(ChatEvent.SentPhoto::refused)
			.toList();
	}

	private void ask(SimulatedPerson person, Expectation expectation, String question) {
		show(person, new Reply.ShowCard(person.id(), "training.draft." + UUID.randomUUID(), null,
				Card.of(RichText.of(question)), expectation));
		awaitMessage(person, question);
	}

	private void show(SimulatedPerson person, Reply reply) {
		wire().publish(Topic.CHAT_REPLIES, person.id(), reply);
	}

}
