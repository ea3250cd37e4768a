package studio.avatar.generation.generation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.generation.credits.HeldWork;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.guard.BalanceGuard;

/** The ledger's answer to an order. */
@Component
class HoldHandler implements HeldWork {

	private final Moves moves;

	private final PersistentSchedule schedule;

	private final Announcement announcement;

	private final GenerationCards cards;

	private final BalanceGuard balance;

	private final Clock clock;

	HoldHandler(Moves moves, PersistentSchedule schedule, Announcement announcement, GenerationCards cards,
			BalanceGuard balance, Clock clock) {
		this.moves = moves;
		this.schedule = schedule;
		this.announcement = announcement;
		this.cards = cards;
		this.balance = balance;
		this.clock = clock;
	}

	@Override
	public void held(Envelope<CreditsHeld> envelope) {
		UUID id = envelope.event().holdId();
		this.moves.announced(id, Requested.class, envelope.asCause(), (requested, now) -> requested.held())
			.ifPresent((held) -> this.schedule.at(GenerationTasks.WORK.instance(id.toString()).build(),
					this.clock.instant()));
	}

	@Override
	public void declined(Envelope<CreditsDeclined> envelope) {
		CreditsDeclined declined = envelope.event();
		Optional<Generation> failed = this.moves.quietly(declined.holdId(), Requested.class, Requested::declined);
		failed.map(Failed.class::cast).ifPresent((generation) -> {
			Card refusal = this.balance.refusal(generation.order().language(), declined.needed(), declined.available(),
					this.cards.retry(generation));
			this.moves.say(generation, this.announcement.declined(generation, refusal), envelope.asCause());
		});
	}

}
