package studio.avatar.console.replay;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import studio.avatar.console.replay.Progress.Reading;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-01T00:00:00Z");

	private final Progress progress = new Progress(Duration.ofSeconds(30), 0);

	@Test
	void whatTheServiceHasPassedIsSilentOnceItHasSaidNothingForTooLong() {
		look(1, 10, 10);
		assertThat(this.progress.silentBefore()).isNull();
		look(30, 10, 10);
		assertThat(this.progress.silentBefore()).isNull();
		look(31, 10, 10);
		assertThat(this.progress.silentBefore()).isEqualTo(START.plusSeconds(1));
	}

	@Test
	void whatTheServiceHasNotComeToIsNeverSilent() {
		look(1, 4, 10);
		look(1_000, 4, 10);
		look(2_000, 9, 10);
		assertThat(this.progress.silentBefore()).isNull();
	}

	@Test
	void theTimeRunsFromWhenItCameToIt() {
		look(1, 4, 10);
		look(1_000, 10, 20);
		look(1_029, 11, 20);
		assertThat(this.progress.silentBefore()).isNull();
		look(1_030, 11, 20);
		assertThat(this.progress.silentBefore()).isEqualTo(START.plusSeconds(1));
	}

	@Test
	void everyPartitionHasToBePassed() {
		TopicPartition other = new TopicPartition("gallery.replay", 1);
		for (int second : new int[] { 1, 100, 200 }) {
			this.progress.look(START.plusSeconds(second),
					new Reading(Map.of(partition(), 10L, other, 2L), Map.of(partition(), 10L, other, 3L)), 0,
					Duration.ofSeconds(second).toNanos());
		}
		assertThat(this.progress.silentBefore()).isNull();
	}

	@Test
	void aServiceThatStandsStillDoesNotMoveUntilItReadsOrAnswers() {
		look(1, 4, 10);
		assertThat(isMoving(30)).isTrue();
		look(31, 4, 10);
		assertThat(isMoving(31)).isFalse();
		look(32, 5, 10);
		assertThat(isMoving(32)).isTrue();
		this.progress.look(START, reading(5, 10), 1, Duration.ofSeconds(61).toNanos());
		assertThat(isMoving(90)).isTrue();
	}

	@Test
	void whoHasReadEverythingOrCannotBeSeenIsNotSaidToStandStill() {
		look(1, 10, 10);
		look(60, 10, 10);
		assertThat(isMoving(61)).isTrue();
		this.progress.look(START, null, 0, Duration.ofSeconds(200).toNanos());
		assertThat(isMoving(201)).isTrue();
	}

	private void look(int second, long read, long end) {
		this.progress.look(START.plusSeconds(second), reading(read, end), 0, Duration.ofSeconds(second).toNanos());
	}

	private boolean isMoving(int second) {
		return this.progress.isMoving(Duration.ofSeconds(second).toNanos());
	}

	private static Reading reading(long read, long end) {
		return new Reading(Map.of(partition(), read), Map.of(partition(), end));
	}

	private static TopicPartition partition() {
		return new TopicPartition("gallery.replay", 0);
	}

}
