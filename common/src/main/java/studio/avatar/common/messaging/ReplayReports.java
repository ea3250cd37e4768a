package studio.avatar.common.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.OperatorReport.ReplayOutcomes;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * Tells operators what became of replayed records, many in one report. What a record
 * changed, and that it did, are kept in one transaction; whoever reads it again after a
 * crash tells first what was kept.
 */
class ReplayReports {

	/** Outcomes in one event: far below what a record can hold, whatever they say. */
	private static final int AT_ONCE = 200;

	private final ServiceName service;

	private final Outbox outbox;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final JsonMapper json = JsonMapper.shared();

	ReplayReports(ServiceName service, Outbox outbox, JdbcClient database, TransactionTemplate transaction) {
		this.service = service;
		this.outbox = outbox;
		this.database = database;
		this.transaction = transaction;
	}

	/** Keeps what became of a record, in the transaction that made it so. */
	void keep(ReplayOrder order, ReplayOutcome outcome) {
		this.database.sql("insert into untold_outcome (replay_id, outcome) values (?, ?)")
			.params(order.replayId(), this.json.writeValueAsString(outcome))
			.update();
	}

	/** Keeps it when there is no such transaction any more. */
	void keepAlone(ReplayOrder order, ReplayOutcome outcome) {
		this.transaction.executeWithoutResult((status) -> keep(order, outcome));
	}

	/** Tells all that is kept, in the order in which it was. */
	void tellKept() {
		int told = AT_ONCE;
		while (told == AT_ONCE) {
			told = this.transaction.execute((status) -> tell(someKept()));
		}
	}

	/** Tells what becomes, or would become, of records that change nothing. */
	void tell(Map<String, List<ReplayOutcome>> byReplay) {
		if (!byReplay.isEmpty()) {
			this.transaction.executeWithoutResult((status) -> byReplay.forEach(this::tell));
		}
	}

	private int tell(List<Untold> kept) {
		Map<String, List<ReplayOutcome>> byReplay = new LinkedHashMap<>();
		kept.forEach((one) -> byReplay.computeIfAbsent(one.replayId(), (id) -> new ArrayList<>()).add(one.outcome()));
		byReplay.forEach(this::tell);
		return kept.size();
	}

	private List<Untold> someKept() {
		return this.database.sql("""
				delete from untold_outcome where seq in (
					select seq from untold_outcome order by seq limit ? for update skip locked)
				returning seq, replay_id, outcome""")
			.param(AT_ONCE)
			.query((row, number) -> new Untold(row.getLong("seq"), row.getString("replay_id"),
					this.json.readValue(row.getString("outcome"), ReplayOutcome.class)))
			.list()
			.stream()
			.sorted(Comparator.comparing(Untold::seq))
			.toList();
	}

	private void tell(String replayId, List<ReplayOutcome> outcomes) {
		for (int from = 0; from < outcomes.size(); from += AT_ONCE) {
			List<ReplayOutcome> some = outcomes.subList(from, Math.min(outcomes.size(), from + AT_ONCE));
			this.outbox.publish(Topic.OPERATOR_REPORTS, this.service,
					new ReplayOutcomes(this.service.id(), replayId, some),
					new Cause(replayId, "replay/" + replayId + '/' + UUID.randomUUID(), Trace.begin()));
		}
	}

	private record Untold(long seq, String replayId, ReplayOutcome outcome) {
	}

}
