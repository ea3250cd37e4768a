package studio.avatar.console.overview;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.Count;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;

/**
 * What happened between two reports of an instance. They count from the start of the
 * process: after a restart all of the new report happened since; of an instance that was
 * started long before it is first met, nobody knows when it happened, so it is left out.
 */
final class Differences {

	private static final Duration JUST_NOW = Duration.ofMinutes(1);

	private Differences() {
	}

	/** What happened, as samples of counts; nothing where nothing happened. */
	static List<Sample> between(@Nullable InstanceSeen before, InstanceSeen after) {
		if (before != null && before.startedAt().equals(after.startedAt())) {
			return rise(counted(before), counted(after));
		}
		boolean startedJustNow = after.startedAt().plus(JUST_NOW).isAfter(after.seenAt());
		return (before != null || startedJustNow) ? rise(Map.of(), counted(after)) : List.of();
	}

	private static List<Sample> rise(Map<Counted, Long> before, Map<Counted, Long> after) {
		return after.entrySet()
			.stream()
			.map((entry) -> new Sample(entry.getKey().measure(), entry.getKey().about(),
					entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
			.filter((sample) -> sample.value() > 0)
			.toList();
	}

	private static Map<Counted, Long> counted(InstanceSeen seen) {
		Map<Counted, Long> counted = new HashMap<>();
		seen.consumers().stream().flatMap(Differences::samples).forEach((sample) -> put(counted, sample));
		seen.counts().stream().map((count) -> trouble(seen.service(), count)).forEach((sample) -> put(counted, sample));
		return counted;
	}

	private static void put(Map<Counted, Long> counted, Sample sample) {
		counted.merge(new Counted(sample.measure(), sample.about()), sample.value(), Long::sum);
	}

	private static Stream<Sample> samples(ConsumerState state) {
		return Stream.of(new Sample(Measure.HANDLED, state.consumer(), state.handled()),
				new Sample(Measure.DUPLICATE, state.consumer(), state.duplicate()),
				new Sample(Measure.UNRECOGNIZED, state.consumer(), state.unrecognized()),
				new Sample(Measure.PARKED, state.consumer(), state.parked()));
	}

	private static Sample trouble(String service, Count count) {
		return new Sample(Measure.TROUBLE, service + '/' + count.name(), count.count());
	}

	private record Counted(Measure measure, String about) {
	}

}
