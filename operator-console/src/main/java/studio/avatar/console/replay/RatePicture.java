package studio.avatar.console.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.replay.Moments.Moment;

/**
 * A pass over time, as lines to draw: records sent and outcomes a second above, how far
 * live consumers were behind below. Pure.
 *
 * @param sent points of the line of records sent a second
 * @param answered points of the line of outcomes a second
 * @param lag points of the line of records behind
 * @param mostRate what the top of the upper part stands for
 * @param mostLag what the top of the lower part stands for
 * @param from its left end
 * @param to its right end
 */
record RatePicture(String sent, String answered, String lag, long mostRate, long mostLag, Instant from, Instant to) {

	static final int WIDTH = 860;

	static final int RATE_HEIGHT = 150;

	static final int LAG_HEIGHT = 60;

	/** Nothing below it would be told from nothing. */
	private static final long SMALLEST_LAG = 100;

	private static final long SMALLEST_RATE = 10;

	/** Absent while there is too little to draw. */
	static @Nullable RatePicture of(List<Moment> moments) {
		if (moments.size() < 3) {
			return null;
		}
		Scale time = new Scale(moments.getFirst().at(), moments.getLast().at());
		List<Rate> sent = rates(moments, Moment::sent);
		List<Rate> answered = rates(moments, Moment::answered);
		long mostRate = round(Math.max(SMALLEST_RATE, Math.max(most(sent), most(answered))));
		long mostLag = round(Math.max(SMALLEST_LAG, moments.stream().mapToLong(RatePicture::lag).max().orElse(0)));
		return new RatePicture(line(sent, time, mostRate), line(answered, time, mostRate),
				lagLine(moments, time, mostLag), mostRate, mostLag, time.from(), time.to());
	}

	/** For those who do not see it. */
	public String label() {
		return "Records a second over %,d seconds, at most %,d; live consumers at most %,d records behind"
			.formatted(Duration.between(this.from, this.to).toSeconds(), this.mostRate, this.mostLag);
	}

	private static List<Rate> rates(List<Moment> moments, ToDoubleFunction<Moment> count) {
		List<Rate> rates = new ArrayList<>();
		for (int i = 1; i < moments.size(); i++) {
			double seconds = Duration.between(moments.get(i - 1).at(), moments.get(i).at()).toMillis() / 1000.0;
			double more = count.applyAsDouble(moments.get(i)) - count.applyAsDouble(moments.get(i - 1));
			rates.add(new Rate(moments.get(i).at(), Math.max(0, more) / Math.max(0.2, seconds)));
		}
		return rates;
	}

	private static String line(List<Rate> rates, Scale time, long most) {
		StringBuilder points = new StringBuilder();
		rates.forEach((rate) -> point(points, time.x(rate.at()), RATE_HEIGHT * (1 - rate.perSecond() / most)));
		return points.toString();
	}

	private static String lagLine(List<Moment> moments, Scale time, long most) {
		StringBuilder points = new StringBuilder();
		moments.stream()
			.filter((moment) -> moment.lag() != null)
			.forEach((moment) -> point(points, time.x(moment.at()), LAG_HEIGHT * (1 - (double) lag(moment) / most)));
		return points.toString();
	}

	private static void point(StringBuilder points, double x, double y) {
		points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
	}

	private static long lag(Moment moment) {
		Long lag = moment.lag();
		return (lag != null) ? lag : 0;
	}

	private static long most(List<Rate> rates) {
		return (long) Math.ceil(rates.stream().mapToDouble(Rate::perSecond).max().orElse(0));
	}

	/** Up to 1, 2 or 5 times a power of ten. */
	private static long round(long value) {
		long power = 1;
		while (power * 10 <= value) {
			power *= 10;
		}
		for (long factor : List.of(1L, 2L, 5L)) {
			if (value <= factor * power) {
				return factor * power;
			}
		}
		return 10 * power;
	}

	private record Rate(Instant at, double perSecond) {
	}

	private record Scale(Instant from, Instant to) {

		double x(Instant at) {
			double whole = Math.max(1, Duration.between(this.from, this.to).toMillis());
			return WIDTH * Duration.between(this.from, at).toMillis() / whole;
		}

	}

}
