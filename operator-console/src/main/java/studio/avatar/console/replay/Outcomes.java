package studio.avatar.console.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import studio.avatar.common.contract.OperatorReport;
import studio.avatar.common.contract.ReplayOutcome;

/**
 * Hears what became of replayed records, and keeps the first outcome of each. Outcomes
 * that come after a replay was cancelled are kept as well: they tell what happened.
 */
@Component
public class Outcomes {

	private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

	private final OutcomeRows rows;

	private final Passes passes;

	private final ReplayRows replays;

	private final ApplicationEventPublisher events;

	Outcomes(OutcomeRows rows, Passes passes, ReplayRows replays, ApplicationEventPublisher events) {
		this.rows = rows;
		this.passes = passes;
		this.replays = replays;
		this.events = events;
	}

	/** Keeps a report; joins the transaction of whoever heard it. */
	@Transactional(propagation = Propagation.REQUIRED)
	public void on(OperatorReport.ReplayOutcomes report) {
		Optional<Pass> pass = pass(report.replayId());
		if (pass.isEmpty()) {
			log.atWarn()
				.addKeyValue("replayId", report.replayId())
				.addKeyValue("count", report.outcomes().size())
				.log("Outcomes of an unknown replay skipped");
			return;
		}
		keep(pass.get(), report.outcomes());
	}

	/** Writes down that the service was silent about items. */
	void giveUp(Pass pass, List<Long> items) {
		settled(pass, this.rows.giveUp(pass, items), Map.of());
	}

	/**
	 * Keeps outcomes that were told, or that the console itself knows, in their order: of
	 * several of one item the first counts, unless a later one is an effect.
	 */
	void keep(Pass pass, List<ReplayOutcome> outcomes) {
		Map<Long, ReplayOutcome> first = new LinkedHashMap<>();
		List<ReplayOutcome> again = new ArrayList<>();
		for (ReplayOutcome outcome : outcomes) {
			if (first.putIfAbsent(outcome.item(), outcome) != null) {
				again.add(outcome);
			}
		}
		settled(pass, this.rows.keep(pass, List.copyOf(first.values())), first);
		if (!again.isEmpty()) {
			keep(pass, again);
		}
	}

	private void settled(Pass pass, List<OutcomeRows.Kept> kept, Map<Long, ReplayOutcome> outcomes) {
		if (kept.isEmpty()) {
			return;
		}
		long answered = kept.stream().filter(OutcomeRows.Kept::isFirst).count();
		long failed = kept.stream().mapToLong(OutcomeRows.Kept::failures).sum();
		this.passes.answered(pass.replayId(), pass.number(), answered, failed);
		if (!pass.isPreview()) {
			this.events.publishEvent(new ReplayItemsSettled(pass.replayId(),
					kept.stream().map((one) -> told(pass, one, outcomes)).toList()));
		}
	}

	private static ReplayItemSettled told(Pass pass, OutcomeRows.Kept kept, Map<Long, ReplayOutcome> outcomes) {
		ReplayOutcome outcome = outcomes.get(kept.item());
		return new ReplayItemSettled(pass.replayId(), kept.item(), kept.place(), kept.attempt(), kept.result(),
				(outcome != null) ? outcome.failure() : null, kept.at());
	}

	/** See {@link Pass#wireId}. */
	private Optional<Pass> pass(String wireId) {
		try {
			int dot = wireId.indexOf(".p");
			return (dot < 0) ? this.passes.newest(UUID.fromString(wireId), Pass.Kind.RUN) : this.passes
				.find(UUID.fromString(wireId.substring(0, dot)), Integer.parseInt(wireId.substring(dot + 2)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
