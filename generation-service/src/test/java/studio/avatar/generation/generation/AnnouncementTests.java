package studio.avatar.generation.generation;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.GenerationEvent.GenerationCancelled;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.GenerationEvent.GenerationFailed;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Reply.ShowActivity;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.Reply.UpdateCard;
import studio.avatar.common.talk.Language;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.generation.Announcement.Said;
import studio.avatar.generation.generation.Generation.Submitting;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.generation.Orders.NOON;

class AnnouncementTests {

	private static final Instant LATER = NOON.plusSeconds(75);

	private final Announcement announcement = new Announcement(
			new GenerationCards(new Language(new Texts("texts")), Orders.settings()));

	@Test
	void anOrderAsksForItsWholePrice() {
		assertThat(events(Orders.requested(3))).singleElement()
			.isInstanceOfSatisfying(HoldCredits.class, (hold) -> assertThat(hold.amount()).isEqualTo(15));
	}

	@Test
	void picturesAreShownAndChargedOnce() {
		var completed = Orders.submitted(2).completed(Orders.images(2), "15860307465884635512", null, LATER);

		List<Object> events = events(completed);

		assertThat(events).hasExactlyElementsOfTypes(RemoveCard.class, ShowPictures.class, CaptureCredits.class,
				GenerationCompleted.class);
		assertThat(events).filteredOn(CaptureCredits.class::isInstance)
			.first()
			.isEqualTo(new CaptureCredits(completed.id(), 42, 42, 10));
		assertThat(text(((ShowPictures) events.get(1)).content())).contains("Anna", "1:1", "15860307465884635512",
				"fal-ai/flux-lora", "1 min 15 s");
	}

	@Test
	void missingPicturesAreSaidAndNotCharged() {
		var partly = Orders.submitted(4).completed(Orders.images(3), "7", FailureReason.CONTENT_REFUSED, LATER);

		List<Object> events = events(partly);

		assertThat(events).filteredOn(CaptureCredits.class::isInstance)
			.first()
			.isEqualTo(new CaptureCredits(partly.id(), 42, 42, 15));
		assertThat(text(((ShowPictures) events.get(1)).content())).contains("1 picture is missing",
				"5 credits are back", "does not make such pictures");
	}

	@Test
	void everyEndWithoutPicturesGivesTheCreditsBackAndOffersAnotherTry() {
		var submitted = Orders.submitted(1);

		assertThat(List.of(submitted.failed(FailureReason.WRONG_SIZE, LATER), submitted.cancelled(LATER),
				submitted.expired(LATER)))
			.allSatisfy((ended) -> {
				List<Object> events = events(ended);
				assertThat(events).filteredOn(ReleaseCredits.class::isInstance).hasSize(1);
				assertThat(events)
					.filteredOn((event) -> event instanceof GenerationFailed || event instanceof GenerationCancelled)
					.hasSize(1);
				UpdateCard card = (UpdateCard) events.getFirst();
				assertThat(card.progress()).isFalse();
				assertThat(text(card.content())).contains("5 credits are back");
				assertThat(card.content().keyboard().getFirst().getFirst().action())
					.isEqualTo("generation:again:%s:5".formatted(submitted.id()));
			});
	}

	@Test
	void aDeclinedOrderGivesNothingBack() {
		var declined = Orders.requested(1).declined(LATER);

		List<Object> events = this.announcement.declined(declined, Card.of(new Texts("texts").rich("en", "cancelled")))
			.stream()
			.map(Said::event)
			.toList();

		assertThat(events).hasExactlyElementsOfTypes(UpdateCard.class, GenerationFailed.class);
	}

	@Test
	void progressTellsThePlaceInTheQueueAndTheTimeSpent() {
		List<Object> events = events(Orders.submitted(1).polled(Stage.QUEUED, 2));

		assertThat(events).hasExactlyElementsOfTypes(UpdateCard.class, ShowActivity.class);
		assertThat(text(((UpdateCard) events.getFirst()).content())).contains("2 before you", "1 min 15 s");
	}

	@Test
	void nothingIsSaidWhileTheProviderIsBeingAsked() {
		Submitting submitting = Orders.requested(1).held().submitting();

		assertThat(events(submitting)).isEmpty();
	}

	private List<Object> events(Generation generation) {
		return this.announcement.of(generation, LATER).stream().map(Said::event).toList();
	}

	private static String text(Card card) {
		return card.text().text();
	}

}
