package studio.avatar.generation.generation;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.GenerationEvent.GenerationCancelled;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.GenerationEvent.GenerationFailed;
import studio.avatar.common.contract.Reply.Activity;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Reply.ShowActivity;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.Reply.UpdateCard;
import studio.avatar.common.contract.Topic;
import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Expired;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.Generation.UnderWay;
import studio.avatar.generation.generation.Generation.Unknown;

/**
 * What is said when a generation has come to a state: to its chat, to the ledger, to the
 * other services. The same state always says the same.
 */
@Component
class Announcement {

	private final GenerationCards cards;

	Announcement(GenerationCards cards) {
		this.cards = cards;
	}

	/** An event and where it goes. */
	record Said(Topic topic, Object event) {
	}

	List<Said> of(Generation generation, Instant now) {
		return switch (generation) {
			case Requested requested -> List.of(hold(requested));
			case Held held -> List.of(progress(held, now));
			case Submitting _ -> List.of();
			case Submitted submitted -> List.of(progress(submitted, now), activity(submitted));
			case Unknown unknown -> List.of(progress(unknown, now));
			case Completed completed -> completed(completed);
			case Failed failed -> List.of(ended(failed, this.cards.without(failed, failed.reason().textKey())),
					release(failed, failed.reason().name()), failure(failed, failed.reason().name()));
			case Expired expired -> List.of(ended(expired, this.cards.without(expired, "expired")),
					release(expired, "EXPIRED"), failure(expired, "EXPIRED"));
			case Cancelled cancelled ->
				List.of(ended(cancelled, this.cards.without(cancelled, "cancelled")), release(cancelled, "CANCELLED"),
						new Said(Topic.GENERATION_EVENTS, new GenerationCancelled(cancelled.id(),
								cancelled.order().chatId(), cancelled.order().userId())));
		};
	}

	/** The ledger declined: nothing was held, so nothing goes back. */
	List<Said> declined(Failed declined, Card refusal) {
		return List.of(ended(declined, refusal), failure(declined, declined.reason().name()));
	}

	private List<Said> completed(Completed done) {
		Order order = done.order();
		return List.of(reply(new RemoveCard(order.chatId(), GenerationCards.progressName(done.id()))),
				reply(new ShowPictures(order.chatId(), GenerationCards.resultName(done.id()),
						done.images().stream().map(GeneratedImage::file).toList(), this.cards.result(done))),
				new Said(Topic.CREDITS_REQUESTS,
						new CaptureCredits(done.id(), order.chatId(), order.userId(), done.charge())),
				new Said(Topic.GENERATION_EVENTS,
						new GenerationCompleted(done.id(), order.chatId(), order.userId(), order.avatarId(),
								order.avatarName(), order.words(), order.finalPrompt(), order.ratio(), order.endpoint(),
								done.images(), done.endedAt())));
	}

	private static Said hold(Requested requested) {
		Order order = requested.order();
		return new Said(Topic.CREDITS_REQUESTS,
				new HoldCredits(requested.id(), order.chatId(), order.userId(), order.price(), Purpose.GENERATION));
	}

	private static Said release(Generation generation, String reason) {
		Order order = generation.order();
		return new Said(Topic.CREDITS_REQUESTS,
				new ReleaseCredits(generation.id(), order.chatId(), order.userId(), reason));
	}

	private static Said failure(Generation generation, String reason) {
		Order order = generation.order();
		return new Said(Topic.GENERATION_EVENTS,
				new GenerationFailed(generation.id(), order.chatId(), order.userId(), reason));
	}

	private Said progress(UnderWay generation, Instant now) {
		return reply(new UpdateCard(generation.order().chatId(), GenerationCards.progressName(generation.id()),
				this.cards.progress(generation, now), true));
	}

	private static Said ended(Generation generation, Card card) {
		return reply(new UpdateCard(generation.order().chatId(), GenerationCards.progressName(generation.id()), card,
				false));
	}

	private static Said activity(Generation generation) {
		return reply(new ShowActivity(generation.order().chatId(), Activity.UPLOADING_PHOTO));
	}

	private static Said reply(Object reply) {
		return new Said(Topic.CHAT_REPLIES, reply);
	}

}
