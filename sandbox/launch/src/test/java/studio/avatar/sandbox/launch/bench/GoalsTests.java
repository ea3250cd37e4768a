package studio.avatar.sandbox.launch.bench;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoalsTests {

	private static final long MILLISECOND = 1_000_000;

	private final Goals goals = new Goals();

	@Test
	void aWaitThatDoublesIsWithinTheGoalAndALongerOneIsNot() {
		this.goals.atMostDoubles("by the gateway", waits(10), waits(20))
			.atMostDoubles("by a service", waits(10), waits(21));

		assertThat(this.goals.missed()).singleElement().asString().startsWith("by a service").contains("2.10 times");
	}

	@Test
	void whatNobodyAnsweredIsNoShortWait() {
		this.goals.atMostDoubles("by the gateway", waits(10), Latencies.of(LongStream.empty()));

		assertThat(this.goals.missed()).hasSize(1);
	}

	@Test
	void aPaceIsReachedFromTheGoalOn() {
		this.goals.atLeast("archived", 2_000, 2_000).atLeast("previewed", 1_999, 2_000);

		assertThat(this.goals.missed()).containsExactly("previewed: 1999/s; the goal is 2000/s");
	}

	private static Latencies waits(long milliseconds) {
		return Latencies.of(LongStream.rangeClosed(1, 100).map((n) -> milliseconds * MILLISECOND));
	}

}
