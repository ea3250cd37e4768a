package studio.avatar.generation.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.GenerationSettings.Profile;
import studio.avatar.generation.guard.BalanceGuard;
import studio.avatar.generation.guard.Guarded.Refused;
import studio.avatar.generation.prompt.FinalPrompt;
import studio.avatar.generation.reply.Answers;

/** Turns a wish into an order: asks for the credits and shows how it goes. */
@Component
public class Ordering {

	private final Generations generations;

	private final BalanceGuard balance;

	private final GenerationSettings settings;

	private final GenerationCards cards;

	private final Moves moves;

	private final PersistentSchedule schedule;

	private final Answers answers;

	private final Texts texts;

	private final Clock clock;

	Ordering(Generations generations, BalanceGuard balance, GenerationSettings settings, GenerationCards cards,
			Moves moves, PersistentSchedule schedule, Answers answers, Texts texts, Clock clock) {
		this.generations = generations;
		this.balance = balance;
		this.settings = settings;
		this.cards = cards;
		this.moves = moves;
		this.schedule = schedule;
		this.answers = answers;
		this.texts = texts;
		this.clock = clock;
	}

	/** Whether this person has ordered it already. */
	public boolean isOrdered(long userId, UUID id) {
		return this.generations.of(userId, id).isPresent();
	}

	/**
	 * Orders it, or shows the one right refusal.
	 * @param id of the generation to be; ordering one twice orders it once
	 * @param back leads back from a refusal
	 * @return whether it is ordered
	 */
	public boolean order(Envelope<ButtonPressed> press, UUID id, Wish wish, Button back) {
		Origin origin = press.event().origin();
		Optional<Profile> profile = this.settings.profile(wish.avatar().profile());
		Optional<Card> refusal = profile.isEmpty() ? Optional.of(unusable(origin, wish.avatar(), back))
				: refusal(origin, wish, back);
		if (refusal.isPresent()) {
			show(press, wish, "generation.refusal", refusal.get());
			return false;
		}
		begin(press, new Requested(id, order(press, wish, profile.orElseThrow())), wish);
		return true;
	}

	private Optional<Card> refusal(Origin origin, Wish wish, Button back) {
		int underWay = this.generations.underWay(origin.userId());
		if (underWay >= this.settings.parallel()) {
			return Optional.of(Card.of(this.texts.rich(origin.locale(), "guard.parallel", "n", underWay)).row(back));
		}
		int price = wish.pictures() * this.settings.creditsPerPicture();
		return (this.balance.covers(origin, price, back) instanceof Refused<Integer>(Card card)) ? Optional.of(card)
				: Optional.empty();
	}

	private Card unusable(Origin origin, Avatar avatar, Button back) {
		return Card.of(this.texts.rich(origin.locale(), "guard.profile", "name", avatar.name()))
			.row(new Button(this.texts.get(origin.locale(), "button.avatars"), "training:avatars"))
			.row(back);
	}

	private void begin(Envelope<ButtonPressed> press, Requested requested, Wish wish) {
		this.generations.add(requested);
		show(press, wish, GenerationCards.progressName(requested.id()),
				this.cards.progress(requested, requested.order().requestedAt()));
		this.moves.say(requested, press.asCause());
		this.schedule.at(GenerationTasks.DEADLINE.instance(requested.id().toString()).build(),
				requested.order().deadline());
	}

	/** A repetition is shown below: the card that was pressed carries pictures. */
	private void show(Envelope<ButtonPressed> press, Wish wish, String name, Card card) {
		if (wish.repeats() != null) {
			this.answers.send(press, press.event().origin(), name, card);
		}
		else {
			this.answers.edit(press, name, card);
		}
	}

	private Order order(Envelope<ButtonPressed> press, Wish wish, Profile profile) {
		Origin origin = press.event().origin();
		Avatar avatar = wish.avatar();
		Cause cause = press.asCause();
		Instant now = this.clock.instant();
		return new Order(origin.chatId(), origin.userId(), origin.locale(), avatar.id(), avatar.name(),
				avatar.profile(), profile.endpoint(), wish.words(),
				FinalPrompt.of(wish.words(), avatar.trigger(), avatar.gender()), wish.ratio(), wish.pictures(),
				this.settings.creditsPerPicture(), wish.repeats(), cause.correlationId(), cause.trace().traceparent(),
				now, now.plus(this.settings.deadline()));
	}

}
