package studio.avatar.generation.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.GenerationSettings.Profile;
import studio.avatar.generation.guard.BalanceGuard;
import studio.avatar.generation.prompt.FinalPrompt;

/** Turns a wish into an order: asks for the credits and shows how it goes. */
@Component
public class Ordering {

	private final Generations generations;

	private final BalanceGuard balance;

	private final GenerationSettings settings;

	private final GenerationCards cards;

	private final CurrentCard current;

	private final Moves moves;

	private final PersistentSchedule schedule;

	private final Replies replies;

	private final Language language;

	private final Clock clock;

	Ordering(Generations generations, BalanceGuard balance, GenerationSettings settings, GenerationCards cards,
			CurrentCard current, Moves moves, PersistentSchedule schedule, Replies replies, Language language,
			Clock clock) {
		this.generations = generations;
		this.balance = balance;
		this.settings = settings;
		this.cards = cards;
		this.current = current;
		this.moves = moves;
		this.schedule = schedule;
		this.replies = replies;
		this.language = language;
		this.clock = clock;
	}

	/**
	 * Tells that it is ordered already, and how it stands.
	 * @return whether it is ordered, by this person
	 */
	public boolean showsOrdered(Talk talk, UUID id) {
		Optional<Generation> ordered = this.generations.of(talk.userId(), id);
		ordered.ifPresent((generation) -> {
			boolean ended = generation instanceof Generation.Ended;
			this.replies.toast(talk, this.language.of(talk).text(ended ? "toast.ended" : "toast.already-ordered"));
			this.current.show(talk, generation);
		});
		return ordered.isPresent();
	}

	/**
	 * Orders it, or shows the one right refusal.
	 * @param id of the generation to be; ordering one twice orders it once
	 * @param back leads back from a refusal
	 * @return whether it is ordered
	 */
	public boolean order(Talk talk, UUID id, Wish wish, Button back) {
		Optional<Profile> profile = this.settings.profile(wish.avatar().profile());
		Optional<Screen> refusal = profile.isEmpty() ? Optional.of(unusable(talk, wish.avatar(), back))
				: refusal(talk, wish, back);
		if (refusal.isPresent()) {
			this.replies.show(place(talk, wish), "generation.refusal", refusal.get());
			return false;
		}
		begin(talk, new Requested(id, order(talk, wish, profile.orElseThrow())), wish);
		return true;
	}

	/** What it costs now. */
	int price(Wish wish) {
		return wish.price(this.settings.creditsPerPicture());
	}

	private Optional<Screen> refusal(Talk talk, Wish wish, Button back) {
		int underWay = this.generations.underWay(talk.userId());
		if (underWay >= this.settings.parallel()) {
			return Optional
				.of(Screen.of(Card.of(this.language.of(talk).rich("guard.parallel", "n", underWay)).row(back)));
		}
		return (this.balance.covers(talk, price(wish), back) instanceof Refused<Integer>(Screen answer))
				? Optional.of(answer) : Optional.empty();
	}

	private Screen unusable(Talk talk, Avatar avatar, Button back) {
		Words words = this.language.of(talk);
		return Screen.of(Card.of(words.rich("guard.profile", "name", avatar.name()))
			.row(words.button("button.avatars", "training:avatars"))
			.row(back));
	}

	private void begin(Talk talk, Requested requested, Wish wish) {
		this.generations.add(requested);
		this.replies.show(place(talk, wish), GenerationCards.progressName(requested.id()),
				this.cards.progress(requested, requested.order().requestedAt()));
		this.moves.say(requested, talk.cause());
		this.schedule.at(GenerationTasks.DEADLINE.instance(requested.id().toString()).build(),
				requested.order().deadline());
	}

	/** A repetition is shown below: the card that was pressed carries pictures. */
	private static Talk place(Talk talk, Wish wish) {
		return (wish.repeats() != null) ? talk.below() : talk;
	}

	private Order order(Talk talk, Wish wish, Profile profile) {
		Avatar avatar = wish.avatar();
		Cause cause = talk.cause();
		Instant now = this.clock.instant();
		return new Order(talk.chatId(), talk.userId(), talk.locale(), avatar.id(), avatar.name(), avatar.profile(),
				profile.endpoint(), wish.words(), FinalPrompt.of(wish.words(), avatar.trigger(), avatar.gender()),
				wish.ratio(), wish.pictures(), this.settings.creditsPerPicture(), wish.repeats(), cause.correlationId(),
				cause.trace().traceparent(), now, now.plus(this.settings.deadline()));
	}

}
