package studio.avatar.generation.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.generation.generation.Announcement.Said;
import studio.avatar.generation.generation.Generation.Asked;
import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Expired;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Unknown;

/**
 * Moves a generation from one state to the next, inside a transaction: lock · move · save
 * · say it. When it is not in the state to move from, nothing happens: somebody else was
 * first.
 */
@Component
class Moves {

	private final Generations generations;

	private final Announcement announcement;

	private final Outbox outbox;

	private final PersistentSchedule schedule;

	private final GenerationSettings settings;

	private final Clock clock;

	Moves(Generations generations, Announcement announcement, Outbox outbox, PersistentSchedule schedule,
			GenerationSettings settings, Clock clock) {
		this.generations = generations;
		this.announcement = announcement;
		this.outbox = outbox;
		this.schedule = schedule;
		this.settings = settings;
		this.clock = clock;
	}

	/** Moves it and announces where it came to. */
	<S extends Generation> Optional<Generation> announced(UUID id, Class<S> from, Cause cause,
			BiFunction<S, Instant, ? extends Generation> move) {
		return announced(id, from, (moved) -> cause, move);
	}

	/** Moves it and announces where it came to, for a reason that the order tells. */
	<S extends Generation> Optional<Generation> announced(UUID id, Class<S> from, Function<Generation, Cause> cause,
			BiFunction<S, Instant, ? extends Generation> move) {
		Optional<Generation> moved = quietly(id, from, move);
		moved.ifPresent((generation) -> say(generation, cause.apply(generation)));
		return moved;
	}

	/**
	 * The provider has taken it. One that was given up meanwhile goes on, and one that
	 * ended meanwhile is stopped there.
	 */
	Optional<Submitted> accepted(UUID id, ProviderJob job) {
		Optional<Submitted> submitted = quietly(id, Asked.class, (asked, now) -> asked.accepted(job, now))
			.filter(Submitted.class::isInstance)
			.map(Submitted.class::cast);
		submitted.ifPresent((generation) -> {
			say(generation, generation.order().step(id, "submitted"));
			goOn(generation);
		});
		return submitted;
	}

	/** The provider is to be asked now, also when it is being asked right now. */
	void askNow(UUID id) {
		this.schedule.now(GenerationTasks.WORK.instance(id.toString()).build());
	}

	/**
	 * Wants its next step now, and gives it the time it was promised: whoever gave it up
	 * has also taken its next step away.
	 */
	private void goOn(Generation generation) {
		this.schedule.at(GenerationTasks.WORK.instance(generation.id().toString()).build(), this.clock.instant());
		deadline(generation, generation.order().deadline());
	}

	private void deadline(Generation generation, Instant when) {
		this.schedule.at(GenerationTasks.DEADLINE.instance(generation.id().toString()).build(), when);
	}

	/** Moves it without a word. */
	<S extends Generation> Optional<Generation> quietly(UUID id, Class<S> from,
			BiFunction<S, Instant, ? extends Generation> move) {
		return this.generations.locked(id).filter(from::isInstance).map((generation) -> {
			Generation moved = move.apply(from.cast(generation), this.clock.instant());
			this.generations.save(moved);
			arrange(moved);
			return moved;
		});
	}

	void say(Generation generation, Cause cause) {
		say(generation, this.announcement.of(generation, this.clock.instant()), cause);
	}

	void say(Generation generation, Iterable<Said> said, Cause cause) {
		said.forEach((one) -> this.outbox.publish(one.topic(), generation.order().chatId(), one.event(), cause));
	}

	/**
	 * What nobody waits for any more is stopped at the provider; what nobody knows of is
	 * waited for a short while only.
	 */
	private void arrange(Generation moved) {
		switch (moved) {
			case Cancelled cancelled when cancelled.stray() != null -> stop(moved);
			case Expired expired when expired.stray() != null -> stop(moved);
			case Unknown unknown -> deadline(moved, shortly(unknown.order()));
			default -> {
				// it has its next step and its deadline already
			}
		}
	}

	private void stop(Generation stray) {
		this.schedule.at(GenerationTasks.STOP.instance(stray.id().toString()).build(), this.clock.instant());
	}

	private Instant shortly(Order order) {
		Instant shortly = this.clock.instant().plus(this.settings.unknownDeadline());
		return shortly.isBefore(order.deadline()) ? shortly : order.deadline();
	}

}
