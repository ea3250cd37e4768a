package studio.avatar.common.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/**
 * Hears {@code <service>.replay}, a batch at a time: the inbox is asked once for all, and
 * what becomes of those that change nothing is told in one event. What does not even say
 * which item of which replay it is, is parked.
 */
class ReplayListening implements BatchMessageListener<byte[], byte[]> {

	/** Outcomes in one event: far below what a record can hold, whatever they say. */
	private static final int OUTCOMES_TOLD_AT_ONCE = 200;

	private final String me;

	private final Replaying replaying;

	private final ReplayReports reports;

	private final Inbox inbox;

	private final MessageCounters counters;

	private final ParkedRecords parked;

	ReplayListening(String me, Replaying replaying, ReplayReports reports, Inbox inbox, MessageCounters counters,
			ParkedRecords parked) {
		this.me = me;
		this.replaying = replaying;
		this.reports = reports;
		this.inbox = inbox;
		this.counters = counters;
		this.parked = parked;
	}

	/** What leaves as an exception comes again, the whole batch. */
	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
		try {
			meetAll(batch);
		}
		catch (RuntimeException ex) {
			throw Failure.of(ex);
		}
	}

	private void meetAll(List<ConsumerRecord<byte[], byte[]>> batch) {
		List<IncomingRecord> incoming = batch.stream().map(IncomingRecord::of).toList();
		incoming.forEach((record) -> this.counters.received(this.me, record.place()));
		List<Replayed> replayed = new ArrayList<>();
		incoming.forEach((record) -> read(record, replayed));
		meet(replayed);
		replayed.forEach((one) -> this.counters.settled(this.me, one.incoming().place(), Outcome.HANDLED));
	}

	private void read(IncomingRecord incoming, List<Replayed> replayed) {
		try {
			replayed.add(new Replayed(ReplayOrder.of(incoming), incoming));
		}
		catch (UnreadableEvent ex) {
			this.parked.park(this.me, incoming, ex);
			this.counters.settled(this.me, incoming.place(), Outcome.PARKED);
		}
	}

	private void meet(List<Replayed> replayed) {
		Map<Asked, Set<String>> handled = handledBefore(replayed);
		Map<String, List<ReplayOutcome>> together = new LinkedHashMap<>();
		replayed.forEach((one) -> outcomeToTell(one, handled).ifPresent(
				(outcome) -> together.computeIfAbsent(one.order().replayId(), (id) -> new ArrayList<>()).add(outcome)));
		together.forEach(this::tell);
	}

	/** Empty when it was told with what the record changed. */
	private Optional<ReplayOutcome> outcomeToTell(Replayed one, Map<Asked, Set<String>> handled) {
		if (handled.getOrDefault(Asked.by(one), Set.of()).contains(one.eventId())
				&& this.replaying.isDroppedWhenKnown(one.order())) {
			return Optional.of(Replaying.dropped(one.order()));
		}
		if (one.order().preview()) {
			return Optional.of(this.replaying.preview(one.order(), one.incoming()));
		}
		this.replaying.run(one.order(), one.incoming());
		return Optional.empty();
	}

	private Map<Asked, Set<String>> handledBefore(Collection<Replayed> replayed) {
		Map<Asked, List<String>> asked = new HashMap<>();
		replayed.stream()
			.filter((one) -> this.replaying.isDroppedWhenKnown(one.order()))
			.forEach((one) -> asked.computeIfAbsent(Asked.by(one), (whom) -> new ArrayList<>()).add(one.eventId()));
		Map<Asked, Set<String>> handled = new HashMap<>();
		asked.forEach((whom, ids) -> handled.put(whom, this.inbox.has(whom.consumer(), ids, whom.rebuilds())));
		return handled;
	}

	private void tell(String replayId, List<ReplayOutcome> outcomes) {
		for (int from = 0; from < outcomes.size(); from += OUTCOMES_TOLD_AT_ONCE) {
			this.reports.tellTogether(replayId,
					outcomes.subList(from, Math.min(outcomes.size(), from + OUTCOMES_TOLD_AT_ONCE)));
		}
	}

	/** Whose inbox is asked, and what for. */
	private record Asked(String consumer, boolean rebuilds) {

		static Asked by(Replayed one) {
			return new Asked(one.order().consumer(), one.order().rebuilds());
		}

	}

	/** A record with what is wanted of it. */
	private record Replayed(ReplayOrder order, IncomingRecord incoming) {

		String eventId() {
			String id = this.incoming.header(Headers.ID);
			return (id != null) ? id : "";
		}

	}

}
