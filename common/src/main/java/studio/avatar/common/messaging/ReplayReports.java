package studio.avatar.common.messaging;

import java.util.List;
import java.util.UUID;

import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.OperatorReport.ReplayOutcomes;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** Tells operators what became of replayed records. */
class ReplayReports {

	private final ServiceName service;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	ReplayReports(ServiceName service, Outbox outbox, TransactionTemplate transaction) {
		this.service = service;
		this.outbox = outbox;
		this.transaction = transaction;
	}

	/**
	 * Tells what became of a record, in the transaction that made it so. What is read
	 * twice and ends the same is told once: the second event has the first one's id.
	 */
	void tell(ReplayOrder order, ReplayOutcome outcome) {
		tell(order.replayId(), List.of(outcome),
				"replay/%s/%d/%d/%s".formatted(order.replayId(), order.item(), order.attempt(), outcome.result()));
	}

	/** Tells it when there is no such transaction any more. */
	void tellAlone(ReplayOrder order, ReplayOutcome outcome) {
		this.transaction.executeWithoutResult((status) -> tell(order, outcome));
	}

	/**
	 * Tells what becomes, or would become, of records of one replay that change nothing.
	 */
	void tellTogether(String replayId, List<ReplayOutcome> outcomes) {
		this.transaction
			.executeWithoutResult((status) -> tell(replayId, outcomes, "replay/" + replayId + '/' + UUID.randomUUID()));
	}

	private void tell(String replayId, List<ReplayOutcome> outcomes, String why) {
		this.outbox.publish(Topic.OPERATOR_REPORTS, this.service,
				new ReplayOutcomes(this.service.id(), replayId, outcomes), new Cause(replayId, why, Trace.begin()));
	}

}
