package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;

import studio.avatar.console.overview.Chart.Frame;

/** Values over time as the paths of a picture; a slot without a value ends a line. */
record Curve(Frame frame, Instant begin, Instant end, double top, Duration slot) {

	/** As long as one missing slot is bridged: two slots are two looks apart at most. */
	private static final int BRIDGED = 2;

	private static final Frame SPARK = new Frame(1, 2, 109, 22);

	/** A line as small as a word. */
	static String spark(NavigableMap<Instant, Double> values, History history) {
		double highest = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
		return new Curve(SPARK, history.window().begin(history.now()), history.now(), Math.max(highest, 1),
				history.window().slot())
			.line(values);
	}

	String line(NavigableMap<Instant, Double> values) {
		return pieces(values).stream().map(this::path).collect(Collectors.joining(" "));
	}

	String area(NavigableMap<Instant, Double> values) {
		return pieces(values).stream()
			.map((piece) -> path(piece) + " L%s %s L%s %s Z".formatted(text(x(piece.getLast())),
					text(this.frame.bottom()), text(x(piece.getFirst())), text(this.frame.bottom())))
			.collect(Collectors.joining(" "));
	}

	private List<List<Map.Entry<Instant, Double>>> pieces(NavigableMap<Instant, Double> values) {
		List<List<Map.Entry<Instant, Double>>> pieces = new ArrayList<>();
		values.entrySet().forEach((value) -> {
			if (pieces.isEmpty() || isFar(pieces.getLast().getLast().getKey(), value.getKey())) {
				pieces.add(new ArrayList<>());
			}
			pieces.getLast().add(value);
		});
		return pieces;
	}

	private boolean isFar(Instant before, Instant at) {
		return Duration.between(before, at).compareTo(this.slot.multipliedBy(BRIDGED)) > 0;
	}

	private String path(List<Map.Entry<Instant, Double>> piece) {
		String path = piece.stream()
			.map((value) -> text(x(value)) + ' ' + text(this.frame.y(value.getValue() / this.top)))
			.collect(Collectors.joining(" L", "M", ""));
		return (piece.size() > 1) ? path : path + " h2";
	}

	private double x(Map.Entry<Instant, Double> value) {
		return this.frame.x(this.begin, this.end, value.getKey());
	}

	/** A tenth of a unit is finer than anybody sees. */
	static double round(double coordinate) {
		return Math.rint(coordinate * 10) / 10;
	}

	private static String text(double coordinate) {
		return (coordinate == Math.rint(coordinate)) ? String.valueOf((long) coordinate) : String.valueOf(coordinate);
	}

}
