package studio.avatar.generation.generation;

import java.time.Clock;

import studio.avatar.common.contract.Card;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Expired;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.UnderWay;

import org.springframework.stereotype.Component;

/** Shows how a generation stands now, in place of a card that is out of date. */
@Component
class CurrentCard {

	private final GenerationCards cards;

	private final Replies replies;

	private final Clock clock;

	CurrentCard(GenerationCards cards, Replies replies, Clock clock) {
		this.cards = cards;
		this.replies = replies;
		this.clock = clock;
	}

	/** The pictures themselves stay where they were sent. */
	void show(Talk talk, Generation generation) {
		String progress = GenerationCards.progressName(generation.id());
		if (generation instanceof Completed completed) {
			this.replies.show(talk, progress + ".now", this.cards.result(completed));
		}
		else {
			this.replies.show(talk, progress, content(generation));
		}
	}

	private Card content(Generation generation) {
		return switch (generation) {
			case UnderWay underWay -> this.cards.progress(underWay, this.clock.instant());
			case Completed completed -> this.cards.result(completed);
			case Failed failed -> this.cards.without(failed, failed.reason().textKey());
			case Expired expired -> this.cards.without(expired, "expired");
			case Cancelled cancelled -> this.cards.without(cancelled, "cancelled");
		};
	}

}
