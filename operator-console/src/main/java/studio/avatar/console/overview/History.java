package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import studio.avatar.console.overview.Overview.Figures;
import studio.avatar.console.overview.Overview.Point;
import studio.avatar.console.overview.Samples.Slot;

/**
 * Figures over a window, ready to be drawn: value by begin of slot. A slot nobody looked
 * in is absent and not made up.
 */
final class History {

	/** A rise is told across so many slots in which nobody looked. */
	private static final int BRIDGED = 3;

	private final Map<Measure, Map<String, NavigableMap<Instant, Long>>> values = new EnumMap<>(Measure.class);

	private final Window window;

	private final Instant now;

	History(Window window, Instant now, List<Slot> slots) {
		this.window = window;
		this.now = now;
		slots.forEach((slot) -> about(slot.measure()).computeIfAbsent(slot.about(), (key) -> new TreeMap<>())
			.put(slot.at(), slot.value()));
	}

	private Map<String, NavigableMap<Instant, Long>> about(Measure measure) {
		return this.values.computeIfAbsent(measure, (key) -> new TreeMap<>());
	}

	Window window() {
		return this.window;
	}

	Instant now() {
		return this.now;
	}

	/** What a measure was ever about within the window. */
	Set<String> abouts(Measure measure) {
		return about(measure).keySet();
	}

	/** How often something happened within the window. */
	long count(Measure measure, String about) {
		return of(measure, about).values().stream().mapToLong(Long::longValue).sum();
	}

	/** A level over time. */
	NavigableMap<Instant, Double> level(Measure measure, String about) {
		NavigableMap<Instant, Double> level = new TreeMap<>();
		of(measure, about).forEach((at, value) -> level.put(at, value.doubleValue()));
		return level;
	}

	/** The levels of several things, added up. */
	NavigableMap<Instant, Double> levels(Measure measure, Predicate<String> which) {
		return sum(measure, which, (about) -> level(measure, about));
	}

	/** The highest of several things. */
	NavigableMap<Instant, Double> highest(Measure measure) {
		NavigableMap<Instant, Double> highest = new TreeMap<>();
		abouts(measure)
			.forEach((about) -> level(measure, about).forEach((at, value) -> highest.merge(at, value, Math::max)));
		return highest;
	}

	/** How much a level rose each second. */
	NavigableMap<Instant, Double> rise(Measure measure, String about) {
		NavigableMap<Instant, Long> levels = of(measure, about);
		NavigableMap<Instant, Double> rise = new TreeMap<>();
		levels.forEach((at, value) -> {
			Map.Entry<Instant, Long> before = levels.lowerEntry(at);
			if (before != null && isOver(at) && isNear(before.getKey(), at) && value >= before.getValue()) {
				double seconds = Duration.between(before.getKey(), at).toSeconds();
				rise.put(at, (value - before.getValue()) / seconds);
			}
		});
		return rise;
	}

	/** How much several levels rose each second, added up. */
	NavigableMap<Instant, Double> rises(Measure measure, Predicate<String> which) {
		return sum(measure, which, (about) -> rise(measure, about));
	}

	/** How often things happened each minute; a slot without any counts as none. */
	NavigableMap<Instant, Double> perMinute(Measure measure, Set<Instant> looked) {
		double minutes = this.window.slot().toSeconds() / 60.0;
		NavigableMap<Instant, Double> counts = new TreeMap<>();
		looked.forEach((at) -> counts.put(at, 0.0));
		abouts(measure).forEach(
				(about) -> of(measure, about).forEach((at, value) -> counts.merge(at, value / minutes, Double::sum)));
		counts.keySet().removeIf((at) -> !isOver(at));
		return counts;
	}

	/** Everything, for programs. */
	List<Figures> figures() {
		return this.values.entrySet()
			.stream()
			.flatMap((measure) -> measure.getValue()
				.entrySet()
				.stream()
				.map((about) -> figures(measure.getKey(), about.getKey(), about.getValue())))
			.toList();
	}

	private static Figures figures(Measure measure, String about, NavigableMap<Instant, Long> values) {
		return new Figures(measure.name().toLowerCase(Locale.ROOT), about,
				values.entrySet().stream().map((entry) -> new Point(entry.getKey(), entry.getValue())).toList());
	}

	/** A slot that still goes on would look like a fall. */
	private boolean isOver(Instant slot) {
		return !slot.plus(this.window.slot()).isAfter(this.now);
	}

	private boolean isNear(Instant before, Instant at) {
		return Duration.between(before, at).compareTo(this.window.slot().multipliedBy(BRIDGED)) <= 0;
	}

	private NavigableMap<Instant, Double> sum(Measure measure, Predicate<String> which,
			Function<String, NavigableMap<Instant, Double>> line) {
		NavigableMap<Instant, Double> sum = new TreeMap<>();
		abouts(measure).stream()
			.filter(which)
			.forEach((about) -> line.apply(about).forEach((at, value) -> sum.merge(at, value, Double::sum)));
		return sum;
	}

	private NavigableMap<Instant, Long> of(Measure measure, String about) {
		return about(measure).getOrDefault(about, new TreeMap<>());
	}

}
