package studio.avatar.console.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import studio.avatar.console.replay.Moments.Moment;
import studio.avatar.console.replay.OutcomeBar.Segment;

import static org.assertj.core.api.Assertions.assertThat;

class PictureTests {

	@Test
	void theBarShowsEachOutcomeInItsShare() {
		OutcomeBar bar = OutcomeBar.of(Map.of(ItemResult.HANDLED, 50L, ItemResult.FAILED, 25L), 100, 10);
		assertThat(bar.segments()).extracting(Segment::style).containsExactly("handled", "failed", "in-flight");
		assertThat(bar.segments()).extracting(Segment::width).containsExactly(500.0, 250.0, 100.0);
		assertThat(bar.segments()).extracting(Segment::from).containsExactly(0.0, 500.0, 750.0);
	}

	@Test
	void oneFailureAmongManyCanStillBeSeen() {
		OutcomeBar bar = OutcomeBar.of(Map.of(ItemResult.HANDLED, 1L, ItemResult.FAILED, 99_999L), 100_000, 0);
		assertThat(bar.segments()).allMatch((part) -> part.width() >= 4)
			.allMatch((part) -> part.from() + part.width() <= 1000);
	}

	@Test
	void thePictureOfASteadyPaceIsALevelLine() {
		List<Moment> steady = IntStream.range(0, 6)
			.mapToObj((second) -> new Moment(Instant.ofEpochSecond(second), 100L * second, 100L * second, 0, 0L,
					Doing.SENDING))
			.toList();
		RatePicture picture = RatePicture.of(steady);
		assertThat(picture).isNotNull();
		assertThat(picture.mostRate()).isEqualTo(100);
		assertThat(picture.sent()).isEqualTo("172.0,0.0 344.0,0.0 516.0,0.0 688.0,0.0 860.0,0.0 ");
		assertThat(picture.lag()).startsWith("0.0,60.0 ");
	}

	@Test
	void thereIsNothingToDrawInTheFirstMoments() {
		assertThat(RatePicture.of(List.of())).isNull();
	}

}
