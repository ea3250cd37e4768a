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
import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Expired;

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

	private final Clock clock;

	Moves(Generations generations, Announcement announcement, Outbox outbox, PersistentSchedule schedule, Clock clock) {
		this.generations = generations;
		this.announcement = announcement;
		this.outbox = outbox;
		this.schedule = schedule;
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

	/** Wants its next step now. */
	void wantWork(UUID id) {
		this.schedule.at(GenerationTasks.WORK.instance(id.toString()).build(), this.clock.instant());
	}

	/** Moves it without a word. */
	<S extends Generation> Optional<Generation> quietly(UUID id, Class<S> from,
			BiFunction<S, Instant, ? extends Generation> move) {
		return this.generations.locked(id).filter(from::isInstance).map((generation) -> {
			Generation moved = move.apply(from.cast(generation), this.clock.instant());
			this.generations.save(moved);
			stopStray(moved);
			return moved;
		});
	}

	void say(Generation generation, Cause cause) {
		say(generation, this.announcement.of(generation, this.clock.instant()), cause);
	}

	void say(Generation generation, Iterable<Said> said, Cause cause) {
		said.forEach((one) -> this.outbox.publish(one.topic(), generation.order().chatId(), one.event(), cause));
	}

	/** What nobody waits for any more is stopped at the provider. */
	private void stopStray(Generation moved) {
		boolean stray = switch (moved) {
			case Cancelled cancelled -> cancelled.stray() != null;
			case Expired expired -> expired.stray() != null;
			default -> false;
		};
		if (stray) {
			this.schedule.at(GenerationTasks.STOP.instance(moved.id().toString()).build(), this.clock.instant());
		}
	}

}
