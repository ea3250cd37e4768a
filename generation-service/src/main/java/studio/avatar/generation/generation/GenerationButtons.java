package studio.avatar.generation.generation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.Generation.Ended;
import studio.avatar.generation.generation.Generation.UnderWay;
import studio.avatar.generation.guard.AvatarGuard;

/**
 * The buttons on a generation's cards: cancel, once more, show the prompt. Each answers
 * whether there is such a generation of this person.
 */
@Component
public class GenerationButtons {

	private final Generations generations;

	private final Moves moves;

	private final Ordering ordering;

	private final AvatarGuard avatars;

	private final PriceQuestion prices;

	private final GenerationCards cards;

	private final CurrentCard current;

	private final Replies replies;

	private final Language language;

	GenerationButtons(Generations generations, Moves moves, Ordering ordering, AvatarGuard avatars,
			PriceQuestion prices, GenerationCards cards, CurrentCard current, Replies replies, Language language) {
		this.generations = generations;
		this.moves = moves;
		this.ordering = ordering;
		this.avatars = avatars;
		this.prices = prices;
		this.cards = cards;
		this.current = current;
		this.replies = replies;
		this.language = language;
	}

	/** Stops it, wherever it is; one that has ended is shown as it ended. */
	public boolean cancel(Talk talk, ButtonPressed press) {
		Optional<Generation> known = PressedId.of(press).flatMap((id) -> this.generations.locked(talk.userId(), id));
		known.ifPresent((generation) -> {
			if (this.moves.announced(generation.id(), UnderWay.class, talk.cause(), UnderWay::cancelled).isEmpty()) {
				toast(talk, "toast.ended");
				this.current.show(talk, generation);
			}
		});
		return known.isPresent();
	}

	/**
	 * Orders the same once more; the provider picks a new seed. When the price is not
	 * (any more) the one on the button, it is shown first.
	 */
	public boolean again(Talk talk, ButtonPressed press) {
		Optional<Generation> known = generation(talk, press);
		known.ifPresent((generation) -> {
			if (generation instanceof Ended && !this.generations.isBeingRepeated(generation.id())) {
				again(talk, press, generation);
			}
			else {
				toast(talk, "toast.already-ordered");
			}
		});
		return known.isPresent();
	}

	private void again(Talk talk, ButtonPressed press, Generation generation) {
		Order order = generation.order();
		switch (this.avatars.named(talk, order.avatarId())) {
			case Passed(Avatar avatar) ->
				again(talk, press, new Wish(avatar, order.words(), order.ratio(), order.pictures(), generation.id()));
			case Refused(Screen refusal) -> this.replies.show(talk.below(), "generation.refusal", refusal);
		}
	}

	private void again(Talk talk, ButtonPressed press, Wish wish) {
		if (RepeatButton.promises(press, this.ordering.price(wish))) {
			this.ordering.order(talk, idOfRepetition(talk), wish,
					this.language.of(talk).button("button.back", "generation:menu"));
		}
		else {
			this.prices.ask(talk, wish);
		}
	}

	/** Shows what the provider was given, below the pictures. */
	public boolean shown(Talk talk, ButtonPressed press) {
		Optional<Generation> known = generation(talk, press);
		known.ifPresent((generation) -> this.replies.show(talk.below(),
				"generation.%s.prompt".formatted(generation.id()), this.cards.prompt(talk, generation.order())));
		return known.isPresent();
	}

	private Optional<Generation> generation(Talk talk, ButtonPressed press) {
		return PressedId.of(press).flatMap((id) -> this.generations.of(talk.userId(), id));
	}

	private void toast(Talk talk, String text) {
		this.replies.toast(talk, this.language.of(talk).text(text));
	}

	private static UUID idOfRepetition(Talk talk) {
		return UUID.nameUUIDFromBytes(("again/" + talk.cause().causationId()).getBytes(StandardCharsets.UTF_8));
	}

}
