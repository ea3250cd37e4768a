package studio.avatar.common.messaging;

import java.time.Duration;
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
 * what becomes of them is told in few events. What does not even say which item of which
 * replay it is, is parked.
 */
class ReplayListening implements BatchMessageListener<byte[], byte[]> {

	/** Who looks on wants to see it go on, however slow the handler is. */
	private static final long TELL_EVERY = Duration.ofMillis(250).toNanos();

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

	/** What the one who read the batch before did not live to tell is told first. */
	private void meetAll(List<ConsumerRecord<byte[], byte[]>> batch) {
		this.reports.tellKept();
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
		long toldAt = System.nanoTime();
		for (Replayed one : replayed) {
			outcomeToTell(one, handled)
				.ifPresent((outcome) -> together.computeIfAbsent(one.order().replayId(), (id) -> new ArrayList<>())
					.add(outcome));
			if (System.nanoTime() - toldAt > TELL_EVERY) {
				tell(together);
				toldAt = System.nanoTime();
			}
		}
		tell(together);
	}

	private void tell(Map<String, List<ReplayOutcome>> together) {
		this.reports.tellKept();
		this.reports.tell(together);
		together.clear();
	}

	/** Empty when it was kept with what the record changed. */
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
