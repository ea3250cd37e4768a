package studio.avatar.console.parked;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.console.audit.Audit;

/** Takes a retry from one batch to the next, or to its end. */
@Component
class RetryAdvance {

	private final RetryTable retries;

	private final BatchSending sending;

	private final Redelivery redelivery;

	private final ParkedSettings settings;

	private final Audit audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	RetryAdvance(RetryTable retries, BatchSending sending, Redelivery redelivery, ParkedSettings settings, Audit audit,
			Clock clock, PlatformTransactionManager transactions) {
		this.retries = retries;
		this.sending = sending;
		this.redelivery = redelivery;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * One step. Harmless when it has been done by another instance, or when nothing is to
	 * be done. A batch that is refused ends the retry.
	 */
	void advance(long retry) {
		try {
			this.transaction.executeWithoutResult((status) -> step(retry));
		}
		catch (ParkedRefused ex) {
			giveUp(retry, ex.words());
		}
	}

	private void step(long retry) {
		if (!this.retries.lockRunning(retry)) {
			return;
		}
		List<BatchCount> batches = this.retries.batches(retry);
		BatchCount last = batches.getLast();
		if (last.endedAt() == null) {
			return;
		}
		Retry running = this.retries.find(retry).orElseThrow();
		switch (AfterBatch.of(last, running.waiting(), running.kind(), this.settings)) {
			case AfterBatch.Send next -> this.sending.send(retry, next.number(), next.most());
			case AfterBatch.Done done -> this.retries.end(retry, RetryState.DONE, null, this.clock.instant());
			case AfterBatch.Stop stop ->
				this.retries.end(retry, RetryState.STOPPED, stop.words(), this.clock.instant());
		}
	}

	/** It cannot go on; what was not sent is open again. */
	void giveUp(long retry, String words) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.retries.lockRunning(retry)) {
				this.retries.end(retry, RetryState.STOPPED, words, this.clock.instant());
			}
		});
	}

	/**
	 * An operator ends it: nothing more is sent. Its replay is ended afterwards, since
	 * that may just have ended by itself.
	 */
	void cancel(long retry, String operator) {
		this.transaction.executeWithoutResult((status) -> end(retry, operator));
		openReplays(retry).forEach((replay) -> this.redelivery.cancel(replay, operator));
	}

	private void end(long retry, String operator) {
		Retry found = this.retries.find(retry).orElseThrow(() -> new ParkedRefused("There is no such retry."));
		if (!this.retries.waitForRunning(retry)) {
			throw new ParkedRefused("This retry has ended already.");
		}
		this.retries.end(retry, RetryState.CANCELLED, "Ended by %s.".formatted(operator), this.clock.instant());
		this.audit.note(operator, "parked retry ended", found.consumer(), Map.of("retry", retry));
	}

	private List<UUID> openReplays(long retry) {
		return this.retries.batches(retry)
			.stream()
			.filter((batch) -> batch.endedAt() == null)
			.map(BatchCount::replayId)
			.toList();
	}

}
