package studio.avatar.common.operating;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;

import studio.avatar.common.contract.OperatorReport.Count;

/**
 * Counts calls to somebody else that did not lead to what they were made for, as
 * {@code calls.in.vain} with the tags {@code to} and {@code why}. Counted where it is
 * decided what such a call means.
 */
public final class CallsInVain {

	private static final String METER = "calls.in.vain";

	private final MeterRegistry meters;

	private final String to;

	/**
	 * Begins to count.
	 * @param to who was called: {@code telegram}, {@code provider} for its queue or
	 * {@code storage} for the provider's files
	 */
	public CallsInVain(MeterRegistry meters, String to) {
		this.meters = meters;
		this.to = to;
	}

	/**
	 * Counts one.
	 * @param why one of a few words, such as {@code 429} or {@code timeout}
	 */
	public void count(String why) {
		this.meters.counter(METER, "to", this.to, "why", why).increment();
	}

	/** All that were counted so far, {@code telegram.429}, in the order of the names. */
	static List<Count> soFar(MeterRegistry meters) {
		return meters.find(METER)
			.counters()
			.stream()
			.map((counter) -> new Count(
					Objects.requireNonNull(counter.getId().getTag("to")) + '.' + counter.getId().getTag("why"),
					(long) counter.count()))
			.sorted(Comparator.comparing(Count::name))
			.toList();
	}

}
