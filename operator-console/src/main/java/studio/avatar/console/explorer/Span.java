package studio.avatar.console.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.page.Steps;

/** Which time the picture of a search shows, and in which steps. */
final class Span {

	/** Of a search that does not say from when. */
	static final Duration USUAL = Duration.ofHours(48);

	/** Nothing older than the archive keeps. */
	private static final Duration LONGEST = Duration.ofDays(90);

	/** No more bars than can be told apart. */
	private static final int MOST_STEPS = 120;

	private Span() {
	}

	static Steps of(EventSearch search, Instant now) {
		Instant to = (search.to() != null && search.to().isBefore(now)) ? search.to() : now;
		Instant from = (search.from() != null) ? search.from() : to.minus(USUAL);
		Instant first = from.isBefore(to) ? latest(from, to.minus(LONGEST)) : to;
		return Steps.between(first, to, step(Duration.between(first, to)));
	}

	private static Instant latest(Instant one, Instant two) {
		return one.isAfter(two) ? one : two;
	}

	private static Duration step(Duration length) {
		return Stream
			.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(1),
					Duration.ofHours(6))
			.filter((step) -> length.dividedBy(step) < MOST_STEPS)
			.findFirst()
			.orElse(Duration.ofDays(1));
	}

}
