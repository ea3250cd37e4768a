package studio.avatar.console.overview;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.Count;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;

import static org.assertj.core.api.Assertions.assertThat;

class DifferencesTests {

	private static final Instant STARTED = Instant.parse("2026-11-22T10:00:00Z");

	private static final Instant LATER = STARTED.plusSeconds(3_600);

	@Test
	void whatHappenedIsTheRiseBetweenTwoReports() {
		assertThat(Differences.between(seen(STARTED, LATER, 40), seen(STARTED, LATER.plusSeconds(5), 43)))
			.containsExactly(new Sample(Measure.TROUBLE, "gateway/telegram.429", 3));
	}

	@Test
	void whereNothingRoseNothingHappened() {
		assertThat(Differences.between(seen(STARTED, LATER, 40), seen(STARTED, LATER.plusSeconds(5), 40))).isEmpty();
	}

	@Test
	void afterARestartAllOfTheNewReportHappenedSince() {
		assertThat(
				Differences.between(seen(STARTED, LATER, 40), seen(LATER.plusSeconds(300), LATER.plusSeconds(500), 2)))
			.containsExactly(new Sample(Measure.TROUBLE, "gateway/telegram.429", 2));
	}

	@Test
	void ofAnInstanceThatRanLongBeforeItWasMetNobodyKnowsWhenItHappened() {
		assertThat(Differences.between(null, seen(STARTED, LATER, 40))).isEmpty();
	}

	@Test
	void ofAnInstanceThatWasJustStartedAllIsKnown() {
		assertThat(Differences.between(null, seen(STARTED, STARTED.plusSeconds(5), 4)))
			.containsExactly(new Sample(Measure.TROUBLE, "gateway/telegram.429", 4));
	}

	@Test
	void whatBecameOfRecordsIsCountedForEachConsumer() {
		InstanceSeen before = Reports.of("gallery", "one", STARTED, LATER,
				new ConsumerState("gallery/chat.gallery", false, 10, 8, 1, 0, 1));
		InstanceSeen after = Reports.of("gallery", "one", STARTED, LATER.plusSeconds(5),
				new ConsumerState("gallery/chat.gallery", false, 16, 10, 2, 1, 3));

		List<Sample> happened = Differences.between(before, after);

		assertThat(happened).containsExactlyInAnyOrder(new Sample(Measure.HANDLED, "gallery/chat.gallery", 2),
				new Sample(Measure.DUPLICATE, "gallery/chat.gallery", 1),
				new Sample(Measure.UNRECOGNIZED, "gallery/chat.gallery", 1),
				new Sample(Measure.PARKED, "gallery/chat.gallery", 2));
	}

	private static InstanceSeen seen(Instant startedAt, Instant seenAt, long count) {
		return Reports.counting("gateway", "one", startedAt, seenAt, new Count("telegram.429", count));
	}

}
