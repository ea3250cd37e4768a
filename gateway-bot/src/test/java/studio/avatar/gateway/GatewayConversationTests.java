package studio.avatar.gateway;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person sees of the gateway alone, and what it tells the domains. */
class GatewayConversationTests extends GatewayUnderTest {

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
	void unknownTextCommandAndPhotoAreNeverMetWithSilence() {
		SimulatedPerson anna = somebodyKnown();

		anna.sends("hello?");
		anna.sends("/nonsense");
		anna.sendsPhoto(png(1), null);

		awaiting().untilAsserted(
				() -> assertThat(fromBot(anna)).filteredOn((message) -> text(message).contains("did not ask"))
					.hasSize(3));
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
				Card.of(RichText.of("An old card")).row(new Button("Gone", "account:gone")), null));

		anna.presses(awaitMessage(anna, "An old card"), "Gone");

		awaiting().untilAsserted(() -> assertThat(anna.toasts()).hasSize(1));
		assertThat(anna.toasts().getFirst().text()).contains("out of date");
	}

	@Test
	void commandsAreOfferedInBothLanguages() {
		somebodyKnown();

		assertThat(TELEGRAM.journal().calls("setMyCommands"))
			.extracting((call) -> call.parameters().path("language_code").asString(""))
			.contains("", "en", "ru");
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
