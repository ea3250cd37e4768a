package studio.avatar.console.parked;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AfterBatchTests {

	private static final ParkedSettings SETTINGS = new ParkedSettings(List.of(1, 2, 5), 50, 0.2, false, 10,
			Duration.ofDays(90));

	@Test
	void aBatchThatWentWellIsFollowedByALargerOne() {
		assertThat(after(ended(1, 1, 0, 0), 10)).isEqualTo(new AfterBatch.Send(2, 2));
		assertThat(after(ended(3, 5, 0, 0), 10)).isEqualTo(new AfterBatch.Send(4, 50));
	}

	@Test
	void aFifthOfABatchMayFailAndNotMore() {
		assertThat(after(ended(3, 5, 1, 0), 10)).isEqualTo(new AfterBatch.Send(4, 50));
		assertThat(after(ended(3, 5, 2, 0), 10)).isInstanceOf(AfterBatch.Stop.class);
	}

	@Test
	void aFirstRecordThatFailsEndsIt() {
		assertThat(after(ended(1, 1, 1, 0), 499))
			.isEqualTo(new AfterBatch.Stop("1 of the 1 records of batch 1 failed."));
	}

	@Test
	void allOfABatchFailingEndsItWhateverShareMayFail() {
		ParkedSettings patient = new ParkedSettings(List.of(1), 50, 1, false, 10, Duration.ofDays(90));
		assertThat(AfterBatch.of(ended(2, 50, 50, 0), 3, RetryKind.GROUP, patient)).isInstanceOf(AfterBatch.Stop.class);
	}

	@Test
	void whatIsReleasedGoesOnWithBatchesOfFullSize() {
		assertThat(AfterBatch.of(ended(1, 18, 0, 0), 10, RetryKind.RELEASE, SETTINGS))
			.isEqualTo(new AfterBatch.Send(2, 50));
	}

	@Test
	void nothingLeftIsTheEndEvenWhenTheLastBatchFailed() {
		assertThat(after(ended(3, 5, 5, 0), 0)).isEqualTo(new AfterBatch.Done());
	}

	@Test
	void aReplayThatEndedEarlyEndsTheRetry() {
		assertThat(after(ended(2, 2, 0, 1), 10)).isInstanceOf(AfterBatch.Stop.class);
	}

	private static AfterBatch after(BatchCount batch, long waiting) {
		return AfterBatch.of(batch, waiting, RetryKind.GROUP, SETTINGS);
	}

	private static BatchCount ended(int number, int size, int failed, int left) {
		return new BatchCount(number, UUID.randomUUID(), size, size - failed - left, failed, left, Instant.EPOCH,
				Instant.EPOCH);
	}

}
