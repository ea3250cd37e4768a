package studio.avatar.gateway.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChatLanesTests {

	private static final long CHAT = 7;

	private static final Duration REST = Duration.ofMillis(300);

	private static final Duration SWEEP = Duration.ofMillis(5);

	private final List<Long> workedAt = new CopyOnWriteArrayList<>();

	private @Nullable ChatLanes lanes;

	@AfterEach
	void stop() {
		if (this.lanes != null) {
			this.lanes.stop();
		}
	}

	@Test
	void neitherTheSweepNorNewWorkEndsAFirmRest() {
		ChatLanes working = lanes(() -> Rest.firm(REST), Stream.of(CHAT).toList());

		nudgeUntilWorked(working, 3);

		assertThat(gaps()).allSatisfy((gap) -> assertThat(gap).isGreaterThanOrEqualTo(REST));
	}

	@Test
	void manyNudgesDuringTheWorkLeadToOneMoreLookAfterTheRest() {
		ChatLanes working = lanes(() -> {
			LongStream.range(0, 50).forEach((i) -> this.lanes.nudge(CHAT));
			return Rest.firm(REST);
		}, List.of());

		working.nudge(CHAT);

		awaitWorked(3);
		assertThat(gaps()).allSatisfy((gap) -> assertThat(gap).isGreaterThanOrEqualTo(REST));
	}

	@Test
	void newWorkEndsARestThatIsNotFirm() {
		ChatLanes working = lanes(() -> Rest.unlessNudged(Duration.ofMinutes(1)), List.of());
		working.nudge(CHAT);
		awaitWorked(1);

		working.nudge(CHAT);

		awaitWorked(2);
	}

	@Test
	void theSweepLeavesAChatAloneThatRests() {
		lanes(() -> Rest.unlessNudged(REST), List.of(CHAT));

		awaitWorked(3);

		assertThat(gaps()).allSatisfy((gap) -> assertThat(gap).isGreaterThanOrEqualTo(REST));
	}

	@Test
	void aRestEndsByItself() {
		ChatLanes working = lanes(() -> (this.workedAt.size() < 2) ? Rest.firm(Duration.ofMillis(20)) : null,
				List.of());

		working.nudge(CHAT);

		awaitWorked(2);
	}

	@Test
	void anErrorOfOneChatDoesNotEndItsLane() {
		ChatLanes working = lanes(() -> {
			if (this.workedAt.size() == 1) {
				throw new StackOverflowError("a message nested too deep");
			}
			return null;
		}, List.of());

		working.nudge(CHAT);

		awaitWorked(2);
	}

	@Test
	void anErrorOfTheSweepDoesNotEndTheSweep() {
		List<Boolean> sweeps = new CopyOnWriteArrayList<>();
		this.lanes = new ChatLanes("test", (chat) -> null, () -> {
			sweeps.add(true);
			throw new LinkageError("a driver without a class");
		}, SWEEP, 4);
		this.lanes.start();

		Awaitility.await().until(() -> sweeps.size() > 2);
	}

	private ChatLanes lanes(java.util.function.Supplier<@Nullable Rest> work, List<Long> waiting) {
		ChatLanes working = new ChatLanes("test", (chat) -> {
			this.workedAt.add(System.nanoTime());
			return work.get();
		}, waiting::stream, SWEEP, 4);
		this.lanes = working;
		working.start();
		return working;
	}

	private void nudgeUntilWorked(ChatLanes working, int times) {
		Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> {
			working.nudge(CHAT);
			return this.workedAt.size() >= times;
		});
	}

	private void awaitWorked(int times) {
		Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> this.workedAt.size() >= times);
	}

	private List<Duration> gaps() {
		return LongStream.range(1, this.workedAt.size())
			.mapToObj((i) -> Duration.ofNanos(this.workedAt.get((int) i) - this.workedAt.get((int) i - 1)))
			.toList();
	}

}
