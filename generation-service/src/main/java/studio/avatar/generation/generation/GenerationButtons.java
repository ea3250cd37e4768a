package studio.avatar.generation.generation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.Generation.Ended;
import studio.avatar.generation.generation.Generation.UnderWay;
import studio.avatar.generation.guard.AvatarGuard;
import studio.avatar.generation.guard.Guarded.Passed;
import studio.avatar.generation.guard.Guarded.Refused;
import studio.avatar.generation.reply.Answers;
import studio.avatar.generation.reply.PressedId;

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

	private final GenerationCards cards;

	private final Answers answers;

	private final Texts texts;

	GenerationButtons(Generations generations, Moves moves, Ordering ordering, AvatarGuard avatars,
			GenerationCards cards, Answers answers, Texts texts) {
		this.generations = generations;
		this.moves = moves;
		this.ordering = ordering;
		this.avatars = avatars;
		this.cards = cards;
		this.answers = answers;
		this.texts = texts;
	}

	/** Stops it, wherever it is, unless it has ended. */
	public boolean cancel(Envelope<ButtonPressed> press) {
		Optional<Generation> known = generation(press);
		known.map(Generation::id).ifPresent((id) -> {
			if (this.moves.announced(id, UnderWay.class, press.asCause(), UnderWay::cancelled).isEmpty()) {
				toast(press, "toast.ended");
			}
		});
		return known.isPresent();
	}

	/** Orders the same once more; the provider picks a new seed. */
	public boolean again(Envelope<ButtonPressed> press) {
		Optional<Generation> known = generation(press);
		known.ifPresent((generation) -> {
			if (generation instanceof Ended && !this.generations.isBeingRepeated(generation.id())) {
				again(press, generation);
			}
			else {
				toast(press, "toast.already-ordered");
			}
		});
		return known.isPresent();
	}

	private void again(Envelope<ButtonPressed> press, Generation generation) {
		Origin origin = press.event().origin();
		Order order = generation.order();
		switch (this.avatars.named(origin, order.avatarId())) {
			case Passed(Avatar avatar) -> this.ordering.order(press, idOfRepetition(press),
					new Wish(avatar, order.words(), order.ratio(), order.pictures(), generation.id()),
					new Button(this.texts.get(origin.locale(), "button.back"), "generation:menu"));
			case Refused(Card refusal) -> this.answers.send(press, origin, "generation.refusal", refusal);
		}
	}

	/** Shows what the provider was given, below the pictures. */
	public boolean shown(Envelope<ButtonPressed> press) {
		Optional<Generation> known = generation(press);
		known.ifPresent((generation) -> this.answers.send(press, press.event().origin(),
				"generation.%s.prompt".formatted(generation.id()),
				this.cards.prompt(generation.order(), press.event().origin().locale())));
		return known.isPresent();
	}

	private Optional<Generation> generation(Envelope<ButtonPressed> press) {
		return PressedId.of(press.event()).flatMap((id) -> this.generations.of(press.event().origin().userId(), id));
	}

	private void toast(Envelope<ButtonPressed> press, String text) {
		this.answers.toast(press, this.texts.get(press.event().origin().locale(), text));
	}

	private static UUID idOfRepetition(Envelope<ButtonPressed> press) {
		return UUID.nameUUIDFromBytes(("again/" + press.id()).getBytes(StandardCharsets.UTF_8));
	}

}
