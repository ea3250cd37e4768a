package studio.avatar.generation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Gender;
import studio.avatar.common.contract.GenerationEvent.GenerationCancelled;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.GenerationEvent.GenerationFailed;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarDeleted;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.testkit.ServiceChat;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.SimulatedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.PersonWithAvatar.await;
import static studio.avatar.generation.ServiceUnderTest.FAL;

class GenerationConversationTests {

	private static final String ENDPOINT = "fal-ai/flux-lora";

	@BeforeAll
	static void start() {
		ServiceUnderTest.started();
	}

	@AfterAll
	static void stop() {
		ServiceUnderTest.stop();
	}

	@BeforeEach
	void nothingGoesWrong() {
		FAL.faults().clear();
	}

	@ParameterizedTest
	@EnumSource
	void aPictureHasExactlyTheRatioThatWasOrdered(Ratio ratio) {
		PersonWithAvatar person = PersonWithAvatar.ready();
		Card draft = person.drafts("reading a book in a garden");
		if (ratio != Ratio.SQUARE) {
			person.chat.presses(draft, ratio.label());
			draft = awaitLabel(person, "✅ " + ratio.label());
		}

		HoldCredits hold = person.pays(draft);
		person.isHeld(hold);

		ShowPictures shown = person.awaitPictures();
		BufferedImage kept = PersonWithAvatar.kept(shown.pictures().getFirst());
		assertThat(List.of(kept.getWidth(), kept.getHeight())).containsExactly(ratio.width(), ratio.height());
		assertThat(shown.content().text().text()).contains("Anna", ratio.label(), ENDPOINT);
		CaptureCredits capture = person.awaitCapture();
		assertThat(capture).isEqualTo(new CaptureCredits(hold.holdId(), person.chatId(), person.chatId(), 5));
		assertThat(FAL.journal().ignoredFields()).isEmpty();
	}

	@Test
	void whatTheProviderGetsIsWhatTheGalleryIsTold() {
		PersonWithAvatar person = PersonWithAvatar.ready();

		UUID id = person.orders("на крыше, закат");

		person.awaitPictures();
		GenerationCompleted completed = (GenerationCompleted) await()
			.until(person::events, (events) -> !events.isEmpty())
			.getFirst();
		SimulatedRequest request = request(completed.finalPrompt());
		assertThat(completed.finalPrompt()).isEqualTo(PersonWithAvatar.TRIGGER + " woman, на крыше, закат");
		assertThat(completed.generationId()).isEqualTo(id);
		assertThat(completed.prompt()).isEqualTo("на крыше, закат");
		assertThat(completed.model()).isEqualTo(ENDPOINT);
		assertThat(completed.images().getFirst().seed()).matches("\\d+");
		assertThat(request.input().path("loras").path(0).path("path").asString())
			.startsWith(FAL.restUrl().toString().replace("/rest", "/files"));
	}

	@Test
	void fourPicturesAreOneAlbumAndFourPrices() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.chat.presses(person.drafts("with a bicycle"), "× 4");
		Card draft = awaitLabel(person, "Create · 20 credits");

		HoldCredits hold = person.pays(draft);
		person.isHeld(hold);

		ShowPictures album = person.awaitPictures();
		assertThat(hold.amount()).isEqualTo(20);
		assertThat(album.pictures()).extracting(MediaRef::sha256).hasSize(4).doesNotHaveDuplicates();
		assertThat(person.awaitCapture().amount()).isEqualTo(20);
		assertThat(person.chat.replies(RemoveCard.class)).singleElement()
			.extracting(RemoveCard::card)
			.isEqualTo("generation." + hold.holdId());
	}

	@Test
	void theModelIsSentToTheProviderOnceForAllPictures() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.orders("first picture of the lake");
		person.awaitPictures();

		person.orders("second picture of the lake");
		person.awaitPictures(2);

		JsonNode first = request("first picture of the lake").input().path("loras");
		assertThat(request("second picture of the lake").input().path("loras")).isEqualTo(first);
	}

	@Test
	void againMakesAnotherPictureBelowTheFirst() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.orders("under a red umbrella");
		ShowPictures first = person.awaitPictures();

		person.chat.presses(first.content(), "Again · 5");
		person.isHeld(person.nextHold(1));

		ShowPictures second = person.awaitPictures(2);
		assertThat(second.pictures().getFirst().sha256()).isNotEqualTo(first.pictures().getFirst().sha256());
		assertThat(PersonWithAvatar.kept(first.pictures().getFirst())).isNotNull();
		assertThat(person.requests(HoldCredits.class)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":4" })
	void againForAnotherPriceThanTheButtonSaysAsksFirst(String price) {
		PersonWithAvatar person = PersonWithAvatar.ready();
		UUID id = person.orders("when prices have changed");
		person.awaitPictures();

		person.chat.presses("generation:again:" + id + price);

		String draft = await().until(() -> person.chat.cardNames().getLast(), (card) -> isDraftBut(card, id));
		assertThat(ServiceChat.button(person.chat.shown(draft), "Create · 5 credits").action())
			.isEqualTo("generation:pay:" + draft.substring("generation.draft.".length()));
		assertThat(person.requests(HoldCredits.class)).hasSize(1);
	}

	@Test
	void thePromptIsShownAsTheProviderGotIt() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		UUID id = person.orders("painting a fence");
		ShowPictures shown = person.awaitPictures();

		person.chat.presses(shown.content(), "Show prompt");

		Card prompt = person.chat.awaitCard("generation.%s.prompt".formatted(id), "painting a fence");
		assertThat(prompt.text().text()).contains(PersonWithAvatar.TRIGGER + " woman, painting a fence");
	}

	@Test
	void withoutAnAvatarTheWayToOneIsShown() {
		PersonWithAvatar stranger = PersonWithAvatar.stranger();

		stranger.chat.commands("create");

		Card refusal = stranger.chat.awaitCard("generation.menu", "First you need an avatar");
		assertThat(actions(refusal)).containsExactly("training:new", "menu:main");
	}

	@Test
	void anAvatarInTrainingIsWaitedFor() {
		PersonWithAvatar person = PersonWithAvatar.stranger();
		person.says(Topic.TRAINING_EVENTS,
				new TrainingStarted(UUID.randomUUID(), person.avatarId, person.chatId(), person.chatId()));

		await().untilAsserted(() -> {
			person.chat.presses("generation:menu");
			person.chat.awaitCard("still being trained");
		});

		assertThat(actions(person.chat.awaitCard("still being trained"))).containsExactly("training:avatars",
				"menu:main");
	}

	@Test
	void anAvatarOfAnotherPersonIsRefusedLikeOneThatIsGone() {
		PersonWithAvatar owner = PersonWithAvatar.ready();
		PersonWithAvatar other = PersonWithAvatar.ready();

		other.chat.presses("generation:with:" + owner.avatarId);

		assertThat(actions(other.chat.awaitCard("not there any more"))).contains("training:avatars");
	}

	@Test
	void aDeletedAvatarStaysDeletedWhateverComesLate() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		MediaRef model = person.model();
		person.says(Topic.TRAINING_EVENTS, new AvatarDeleted(person.avatarId, person.chatId(), person.chatId()));
		person.says(Topic.TRAINING_EVENTS, new AvatarReady(person.avatarId, person.chatId(), person.chatId(), "Anna",
				Gender.FEMALE, PersonWithAvatar.TRIGGER, model, "flux-lora-portrait-trainer", true, null));
		// Events of one chat are handled in order: this one is the last.
		PersonWithAvatar witness = PersonWithAvatar.stranger();
		witness.hasAvatar(model);
		await().untilAsserted(() -> {
			person.chat.presses("generation:menu");
			person.chat.awaitCard("First you need an avatar");
		});
	}

	@Test
	void aRenamedAvatarIsCalledByItsNewName() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.says(Topic.TRAINING_EVENTS,
				new AvatarRenamed(person.avatarId, person.chatId(), person.chatId(), "Queen of Hearts"));

		await().untilAsserted(() -> {
			person.chat.presses("generation:menu");
			person.chat.awaitCard("generation.menu", "Queen of Hearts");
		});
	}

	@Test
	void aPromptOutsideTheLimitsIsAskedForAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.chat.presses("generation:prompt");
		person.chat.awaitCard("generation.prompt", "From 3 to 2,000 characters");

		person.answers("я".repeat(2001));

		person.chat.awaitCard("generation.prompt", "too long");
		person.answers("я".repeat(2000));
		person.chat.awaitCard("generation.draft.", "Choose");
	}

	@Test
	void whatIsNotCoveredIsRefusedAndTheDraftStays() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.hasCredits(4, 2);
		Card draft = person.drafts("on a mountain");

		person.chat.presses(draft, "Create ·");

		Card refusal = person.chat.awaitCard("generation.refusal", "Not enough credits");
		assertThat(refusal.text().text()).contains("Needed: 5", "Available: 4");
		person.chat.presses(refusal, "Back to the picture");
		person.chat.awaitCard("generation.draft.", "on a mountain");
		assertThat(person.requests(HoldCredits.class)).isEmpty();
	}

	@Test
	void theLedgerHasTheLastWord() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		HoldCredits hold = person.pays(person.drafts("on a glacier"));

		person.says(Topic.CREDITS_EVENTS,
				new CreditsDeclined(hold.holdId(), person.chatId(), person.chatId(), hold.amount(), 2));

		Card refusal = person.chat.awaitCard("generation." + hold.holdId(), "Not enough credits");
		assertThat(actions(refusal)).containsExactly("account:balance",
				"generation:again:%s:5".formatted(hold.holdId()));
		await().untilAsserted(() -> assertThat(person.events()).hasOnlyElementsOfType(GenerationFailed.class));
		assertThat(person.requests(ReleaseCredits.class)).isEmpty();
	}

	@Test
	void aFailureAtTheProviderGivesTheCreditsBack() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.FailJob(500, "internal_server_error", "it broke"));

		UUID id = person.orders("in a rowing boat");

		Card failed = person.chat.awaitCard("generation." + id, "could not make it");
		assertThat(failed.text().text()).contains("5 credits are back");
		assertThat(actions(failed)).contains("generation:again:%s:5".formatted(id));
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		assertThat(person.requests(CaptureCredits.class)).isEmpty();
	}

	@Test
	void aRefusedPromptIsSaidAndNotCharged() {
		PersonWithAvatar person = PersonWithAvatar.ready();

		UUID id = person.orders("some forbidden-content here");

		person.chat.awaitCard("generation." + id, "does not make such pictures");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
	}

	@Test
	void aBlackPictureIsNeverDelivered() {
		PersonWithAvatar person = PersonWithAvatar.ready();

		UUID id = person.orders("something nsfw-test here");

		person.chat.awaitCard("generation." + id, "does not make such pictures");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		assertThat(person.chat.replies(ShowPictures.class)).isEmpty();
	}

	@Test
	void cancellingInTheQueueGivesTheCreditsBackAndStopsTheProvider() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		UUID id = person.orders("waiting for a tram");
		Card progress = person.chat.awaitCard("generation." + id, "In the queue");

		person.chat.presses(progress, "Cancel");

		person.chat.awaitCard("generation." + id, "Cancelled");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		await().untilAsserted(() -> assertThat(person.events()).hasOnlyElementsOfType(GenerationCancelled.class));
		await().untilAsserted(
				() -> assertThat(request("waiting for a tram").state()).isEqualTo(SimulatedRequest.State.COMPLETED));
	}

	@Test
	void aFourthOrderAtOnceHasToWait() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.SUBMIT, new Effect.NeverFinish(false)).repeated(3));
		List<UUID> underWay = List.of(person.orders("one"), person.orders("two"), person.orders("three"));
		Card draft = person.drafts("four");

		person.chat.presses(draft, "Create ·");

		person.chat.awaitCard("generation.refusal", "3 orders are under way");
		assertThat(person.requests(HoldCredits.class)).hasSize(3);
		underWay.forEach((id) -> person.chat.presses("generation:cancel:" + id));
		await().until(() -> person.requests(ReleaseCredits.class).size() == 3);
	}

	@Test
	void nobodySeesOrStopsWhatIsSomebodyElses() {
		PersonWithAvatar owner = PersonWithAvatar.ready();
		PersonWithAvatar other = PersonWithAvatar.ready();
		UUID id = owner.orders("counting stars");
		owner.awaitPictures();

		String press = other.chat.presses("generation:shown:" + id);

		assertThat(other.chat.awaitToast(press)).contains("another time");
		other.chat.awaitCard("generation.menu", "Anna");
		assertThat(other.chat.cardNames()).doesNotContain("generation.%s.prompt".formatted(id));
	}

	@Test
	void nobodyPaysOrStopsOrRepeatsWhatIsSomebodyElses() {
		PersonWithAvatar owner = PersonWithAvatar.ready();
		PersonWithAvatar other = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		Card draft = owner.drafts("alone on an island");
		String pay = ServiceChat.button(draft, "Create ·").action();
		other.chat.pressesInVain(pay);
		UUID id = owner.pays(draft).holdId();

		other.chat.pressesInVain("generation:cancel:" + id);
		other.chat.pressesInVain("generation:again:" + id + ":5");

		assertThat(other.requests(HoldCredits.class)).isEmpty();
		assertThat(actions(owner.chat.pressesInVain(pay))).contains("generation:cancel:" + id);
		assertThat(owner.requests(HoldCredits.class)).hasSize(1);
		owner.chat.presses("generation:cancel:" + id);
		owner.chat.awaitCard("generation." + id, "Cancelled");
	}

	@Test
	void whateverIsOutOfDateIsAnsweredInWordsAndWithTheWayOn() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		UUID nobodys = UUID.randomUUID();

		List.of("", "nothing", "pay:nonsense", "pay:" + nobodys, "ratio:" + nobodys + ":16x9",
				"count:" + nobodys + ":2", "draft:" + nobodys, "with:", "cancel:" + nobodys, "again:" + nobodys + ":5",
				"shown:" + nobodys, "shown:' or 1=1 --")
			.forEach((action) -> assertThat(person.chat.pressesInVain("generation:" + action).text().text()).as(action)
				.contains("Anna, ready"));

		assertThat(actions(person.chat.pressesInVain("generation:with:" + nobodys))).contains("training:avatars");
		assertThat(person.requests(HoldCredits.class)).isEmpty();
	}

	@Test
	void aChoiceThereIsNotChangesNothingAndIsSaid() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		Card draft = person.drafts("by the sea");
		String id = ServiceChat.button(draft, "Create ·").action().split(":")[2];

		assertThat(person.chat.pressesInVain("generation:ratio:" + id + ":7x3").text()).isEqualTo(draft.text());
		assertThat(person.chat.pressesInVain("generation:count:" + id + ":99").text()).isEqualTo(draft.text());
	}

	@Test
	void theCardOfADraftThatWasPaidShowsHowItStands() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		Card draft = person.drafts("waiting for rain");
		String pay = ServiceChat.button(draft, "Create ·").action();
		UUID id = person.pays(draft).holdId();

		assertThat(actions(person.chat.pressesInVain(pay))).contains("generation:cancel:" + id);
		person.chat.presses("generation:cancel:" + id);
		person.chat.awaitCard("generation." + id, "Cancelled");
		assertThat(person.chat.pressesInVain("generation:cancel:" + id).text().text()).contains("Cancelled");
		assertThat(person.chat.pressesInVain(pay).text().text()).contains("Cancelled");

		assertThat(person.requests(HoldCredits.class)).hasSize(1);
	}

	@Test
	void aRestartInTheMiddleChangesNothingForThePerson() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.STATUS, new Effect.Answer(503)).always());
		UUID id = person.orders("sleeping on a train");
		person.chat.awaitCard("generation." + id, "In the queue");

		ServiceUnderTest.stop();
		FAL.faults().clear();
		ServiceUnderTest.start();

		person.awaitPictures();
		assertThat(person.awaitCapture().holdId()).isEqualTo(id);
		assertThat(person.chat.replies(ShowPictures.class)).hasSize(1);
		assertThat(requests("sleeping on a train")).hasSize(1);
	}

	@Test
	void aDraftSurvivesARestart() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		Card draft = person.drafts("in the last row of a cinema");

		ServiceUnderTest.stop();
		ServiceUnderTest.start();

		person.isHeld(person.pays(draft));
		assertThat(person.awaitPictures().pictures()).hasSize(1);
	}

	@Test
	void aPersonWhoSpeaksRussianIsAnsweredInRussian() {
		PersonWithAvatar person = PersonWithAvatar.ready();

		person.chat.in("ru").presses("generation:menu");

		person.chat.awaitCard("generation.menu", "Одна картинка стоит 5 кредитов");
	}

	private static Card awaitLabel(PersonWithAvatar person, String label) {
		return await().until(() -> person.chat.awaitCard("generation.draft.", "Choose"),
				(card) -> card.keyboard()
					.stream()
					.flatMap(List::stream)
					.anyMatch((button) -> button.label().equals(label) || button.label().endsWith(label)));
	}

	private static boolean isDraftBut(String card, UUID id) {
		return card.startsWith("generation.draft.") && !card.endsWith(id.toString());
	}

	private static List<String> actions(Card card) {
		return card.keyboard().stream().flatMap(List::stream).map(Button::action).toList();
	}

	private static SimulatedRequest request(String words) {
		return requests(words).getFirst();
	}

	private static List<SimulatedRequest> requests(String words) {
		return FAL.requests()
			.stream()
			.filter((request) -> request.input().path("prompt").asString("").contains(words))
			.toList();
	}

}
