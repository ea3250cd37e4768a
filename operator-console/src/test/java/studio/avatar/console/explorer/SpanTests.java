package studio.avatar.console.explorer;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.page.Steps;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTests {

	private static final Instant NOW = Instant.parse("2026-11-22T18:03:05Z");

	@Test
	void twoDaysAreShownUnlessATimeIsSaid() {
		Steps steps = span(null, null);
		assertThat(steps.step()).isEqualTo(Duration.ofMinutes(30));
		assertThat(steps.from()).isEqualTo("2026-11-20T18:00:00Z");
		assertThat(steps.end()).isEqualTo("2026-11-22T18:30:00Z");
	}

	@Test
	void anHourIsShownByTheMinuteAndMonthsByTheDay() {
		assertThat(span("2026-11-22T17:03:05Z", null).count()).isEqualTo(61);
		assertThat(span("2020-01-01T00:00:00Z", null))
			.isEqualTo(new Steps(Instant.parse("2026-08-24T00:00:00Z"), Duration.ofDays(1), 91));
	}

	@Test
	void whatEndedIsShownUntilItsEnd() {
		assertThat(span("2026-11-01T00:00:00Z", "2026-11-01T01:00:00Z").end()).isEqualTo("2026-11-01T01:01:00Z");
	}

	@Test
	void whatHasNotBegunIsOneEmptyStep() {
		assertThat(span("2026-12-01T00:00:00Z", null).count()).isEqualTo(1);
	}

	private static Steps span(@Nullable String from, @Nullable String to) {
		return Span.of(EventSearch.everything().between(time(from), time(to)), NOW);
	}

	private static @Nullable Instant time(@Nullable String text) {
		return (text != null) ? Instant.parse(text) : null;
	}

}
