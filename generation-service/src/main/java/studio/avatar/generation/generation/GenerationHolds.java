package studio.avatar.generation.generation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.credits.HoldOutcomes;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.guard.BalanceGuard;

/** The ledger's answer to an order. */
@Component
class GenerationHolds implements HoldOutcomes {

	private final Moves moves;

	private final PersistentSchedule schedule;

	private final Announcement announcement;

	private final GenerationCards cards;

	private final BalanceGuard balance;

	GenerationHolds(Moves moves, PersistentSchedule schedule, Announcement announcement, GenerationCards cards,
			BalanceGuard balance) {
		this.moves = moves;
		this.schedule = schedule;
		this.announcement = announcement;
		this.cards = cards;
		this.balance = balance;
	}

	@Override
	public void held(UUID holdId, Cause cause) {
		this.moves.announced(holdId, Requested.class, cause, (requested, now) -> requested.held())
			.ifPresent((held) -> this.schedule.paid("generation",
					GenerationTasks.WORK.instance(holdId.toString()).build()));
	}

	@Override
	public void declined(UUID holdId, int needed, int available, Cause cause) {
		Optional<Generation> failed = this.moves.quietly(holdId, Requested.class, Requested::declined);
		failed.map(Failed.class::cast).ifPresent((generation) -> {
			Card refusal = this.balance.refusal(generation.order().language(), needed, available,
					this.cards.retry(generation));
			this.moves.say(generation, this.announcement.declined(generation, refusal), cause);
		});
	}

}
