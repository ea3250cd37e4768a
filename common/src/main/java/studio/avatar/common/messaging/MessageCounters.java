package studio.avatar.common.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what becomes of records, per consumer, as {@code messages} with the tags
 * {@code consumer} and {@code outcome}.
 *
 * <p>
 * The law, whenever a consumer is at rest:
 * {@code received = handled + duplicate + unrecognized + parked}. A record that is
 * retried, or read again by the same process after a rebalance, counts once on both
 * sides. Watch {@code parked} and {@code unrecognized}: somebody must look at them; a
 * {@code received} that stays ahead of the sum means records that cannot even be parked.
 *
 * <p>
 * The law holds for {@code <service>.replay} as well, as a consumer of its own: there a
 * record is handled when its outcome is told, whatever the outcome. The consumer that met
 * it again does not count it.
 */
public class MessageCounters {

	private final MeterRegistry meters;

	private final Map<String, Long> received = new ConcurrentHashMap<>();

	private final Map<String, Long> settled = new ConcurrentHashMap<>();

	MessageCounters(MeterRegistry meters) {
		this.meters = meters;
	}

	/** What can become of a record. */
	public enum Outcome {

		RECEIVED, HANDLED, DUPLICATE, UNRECOGNIZED, PARKED

	}

	/** How often it happened to a consumer since this process started. */
	public long get(String consumer, Outcome outcome) {
		return (long) counter(consumer, outcome).count();
	}

	void received(String consumer, Place place) {
		countOnce(this.received, consumer, place, Outcome.RECEIVED);
	}

	void settled(String consumer, Place place, Outcome outcome) {
		countOnce(this.settled, consumer, place, outcome);
	}

	private void countOnce(Map<String, Long> highest, String consumer, Place place, Outcome outcome) {
		highest.compute(consumer + '/' + place.line(), (line, last) -> {
			if (last != null && place.offset() <= last) {
				return last;
			}
			counter(consumer, outcome).increment();
			return place.offset();
		});
	}

	private Counter counter(String consumer, Outcome outcome) {
		return this.meters.counter("messages", "consumer", consumer, "outcome",
				outcome.name().toLowerCase(Locale.ROOT));
	}

}
