package studio.avatar.console.overview;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers as pages write them, short. Templates call it {@code @figures}. */
@Component("figures")
public class FigureWords {

	private static final String UNKNOWN = "–";

	/** {@code 0}, {@code 812}, {@code 3.1k}; a dash for what is not known. */
	public String count(@Nullable Number count) {
		return (count != null) ? Chart.number(count.doubleValue()) : UNKNOWN;
	}

	/**
	 * Records a second: {@code 0/s}, {@code 0.4/s}, {@code 120/s}; a dash for what is not
	 * known.
	 */
	public String rate(@Nullable Double perSecond) {
		if (perSecond == null) {
			return UNKNOWN;
		}
		return (perSecond > 0 && perSecond < 0.05) ? "<0.1/s" : Chart.number(perSecond) + "/s";
	}

	/** {@code 1 job}, {@code 3 jobs}. */
	public String many(long count, String what) {
		return count + " " + what + ((count == 1) ? "" : "s");
	}

	/** How thick an arrow is drawn that carries so much, from 1.5 to 6. */
	public double width(@Nullable Double perSecond) {
		return (perSecond == null) ? 1.5 : Curve.round(Math.min(6, 1.5 + 1.5 * Math.log10(1 + perSecond)));
	}

}
