package studio.avatar.common.messaging;

import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;

/**
 * Lets a consumer of this service meet a record again (ADR 0010). Each record ends in one
 * outcome: it is tried once, and one that fails is told and not parked a second time.
 * Only a database that is away leaves as {@link Failure.Away}, to be tried again.
 */
class Replaying {

	private final Receiving receiving;

	private final EventCodec codec;

	private final Inbox inbox;

	private final TransactionTemplate transaction;

	private final ParkedKeys parkedKeys;

	private final ReplayReports reports;

	Replaying(Receiving receiving, EventCodec codec, Inbox inbox, TransactionTemplate transaction,
			ParkedKeys parkedKeys, ReplayReports reports) {
		this.parkedKeys = parkedKeys;
		this.receiving = receiving;
		this.codec = codec;
		this.inbox = inbox;
		this.transaction = transaction;
		this.reports = reports;
	}

	/**
	 * Whether nothing but its outcome is left when the inbox has it. Not when it cannot
	 * be replayed at all, nor when a key may wait for it.
	 */
	boolean isDroppedWhenKnown(ReplayOrder order) {
		return this.receiving.heardBy(order.consumer()).filter(order::isFor).filter(order::obeysTheInboxOf).isPresent()
				&& (order.preview() || !this.parkedKeys.keepsInOrder(order.consumer()));
	}

	/** What the inbox has is dropped. */
	static ReplayOutcome dropped(ReplayOrder order) {
		return outcome(order, order.preview() ? Result.WOULD_BE_DROPPED : Result.DROPPED, ReplayEffects.NONE);
	}

	/** Handles it, and keeps the outcome to be told, in the same transaction. */
	void run(ReplayOrder order, IncomingRecord incoming) {
		try {
			run(order, heard(order), incoming);
		}
		catch (RuntimeException | LinkageError | StackOverflowError | AssertionError ex) {
			this.reports.keepAlone(order, failed(order, ex, Result.FAILED));
		}
	}

	private <E> void run(ReplayOrder order, Heard<E> heard, IncomingRecord incoming) {
		Envelope<E> envelope = heard.read(this.codec, incoming).inNewTrace();
		try (var context = LogContext.of(heard.topic(), heard.consumer(), envelope)) {
			this.transaction.executeWithoutResult((status) -> this.reports.keep(order, handle(order, heard, envelope)));
		}
	}

	/** In its turn, like a live one: what is parked before it is handled before it. */
	private <E> ReplayOutcome handle(ReplayOrder order, Heard<E> heard, Envelope<E> envelope) {
		boolean firstTime = this.inbox.remember(heard.consumer(), envelope.id());
		if (!firstTime && order.obeysTheInboxOf(heard) && !isTakenUpAgain(order, envelope)) {
			order.place().ifPresent((place) -> this.parkedKeys.handled(heard.consumer(), place));
			return dropped(order);
		}
		order.place().ifPresent((place) -> takeTurn(heard.consumer(), envelope.key(), place));
		ReplayEffects effects = this.receiving.remembering(heard, envelope, () -> effects(order, heard, envelope));
		return outcome(order, order.rebuilds() ? Result.APPLIED : Result.HANDLED, effects);
	}

	private boolean isTakenUpAgain(ReplayOrder order, Envelope<?> envelope) {
		return order.rebuilds() && this.inbox.takeUpAgain(order.consumer(), envelope.id());
	}

	private void takeTurn(String consumer, String key, Place place) {
		this.parkedKeys.parkedBefore(consumer, key, place).ifPresent((earlier) -> {
			throw new WaitsBehindParked(earlier);
		});
		this.parkedKeys.handled(consumer, place);
	}

	/** What would become of it; whatever the handler does is taken back. */
	ReplayOutcome preview(ReplayOrder order, IncomingRecord incoming) {
		try {
			return outcome(order, Result.WOULD_BE_HANDLED, preview(order, heard(order), incoming));
		}
		catch (RuntimeException | LinkageError | StackOverflowError | AssertionError ex) {
			return failed(order, ex, Result.WOULD_FAIL);
		}
	}

	private <E> ReplayEffects preview(ReplayOrder order, Heard<E> heard, IncomingRecord incoming) {
		Envelope<E> envelope = heard.read(this.codec, incoming).inNewTrace();
		try (var context = LogContext.of(heard.topic(), heard.consumer(), envelope)) {
			return this.transaction.execute((status) -> takenBack(status, order, heard, envelope));
		}
	}

	/**
	 * The database is told everything before it forgets it, and asked what it would only
	 * say at the commit: it may refuse some.
	 */
	private <E> ReplayEffects takenBack(TransactionStatus status, ReplayOrder order, Heard<E> heard,
			Envelope<E> envelope) {
		status.setRollbackOnly();
		ReplayEffects effects = effects(order, heard, envelope);
		status.flush();
		this.inbox.checkConstraints();
		return effects;
	}

	private <E> ReplayEffects effects(ReplayOrder order, Heard<E> heard, Envelope<E> envelope) {
		if (order.rebuilds()) {
			Effects.without(order.replayId(), () -> heard.handler().on(envelope));
			return ReplayEffects.NONE;
		}
		return Effects.of(order.replayId(), () -> heard.handler().on(envelope));
	}

	private Heard<?> heard(ReplayOrder order) {
		Heard<?> heard = this.receiving.heardBy(order.consumer())
			.orElseThrow(() -> new NotReplayable("nobody here is called " + order.consumer()));
		if (!order.isFor(heard)) {
			throw new NotReplayable("%s cannot be replayed as %s".formatted(heard.consumer(), order.mode()));
		}
		return heard;
	}

	private static ReplayOutcome outcome(ReplayOrder order, Result result, ReplayEffects effects) {
		return new ReplayOutcome(order.item(), order.attempt(), result, effects, null);
	}

	private static ReplayOutcome failed(ReplayOrder order, Throwable why, Result failed) {
		if (why instanceof Exception exception && Failure.of(exception) instanceof Failure.Away away) {
			throw away;
		}
		RootCause cause = RootCause.of(why);
		return new ReplayOutcome(order.item(), order.attempt(),
				(why instanceof NotReplayable) ? Result.REFUSED : failed, ReplayEffects.NONE,
				new ReplayOutcome.Failure(cause.type(), cause.message(), cause.fingerprint()));
	}

}
