package studio.avatar.console.parked;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How parked records are retried.
 *
 * @param batches sizes of the first batches of a retry; the last is for all that is left
 * @param largestBatch the most records of a later batch, 1 to 5,000
 * @param failingShare the retry of a group ends when more than this share of a batch
 * failed, 0 to 1
 * @param editing whether an operator may change a record and send it as a new event
 * @param mostAttempts a record that failed more often is left out of a group's retry, at
 * least 1
 * @param keepSettled how long handled and discarded records are kept, at least a day
 */
@ConfigurationProperties("console.parked")
record ParkedSettings(@DefaultValue( {
		"1", "2", "5", "20", "100", "500" }) List<Integer> batches, @DefaultValue("1000") int largestBatch,
		@DefaultValue("0.2") double failingShare, @DefaultValue("false") boolean editing,
		@DefaultValue("10") int mostAttempts, @DefaultValue("90d") Duration keepSettled){

	private static final int MOST = 5_000;

	ParkedSettings {
		if (batches.stream().anyMatch((size) -> size < 1 || size > MOST) || largestBatch < 1 || largestBatch > MOST) {
			throw new IllegalArgumentException("console.parked: a batch has 1 to %d records".formatted(MOST));
		}
		if (failingShare < 0 || failingShare > 1) {
			throw new IllegalArgumentException("console.parked.failing-share is 0 to 1, not " + failingShare);
		}
		if (mostAttempts < 1 || keepSettled.compareTo(Duration.ofDays(1)) < 0) {
			throw new IllegalArgumentException("console.parked: most-attempts is at least 1, keep-settled at least 1d");
		}
		batches = List.copyOf(batches);
	}

	/** How many records the batch of a number, from 1, may have. */
	int sizeOf(RetryKind kind, int number) {
		return (kind.grows() && number <= this.batches.size()) ? this.batches.get(number - 1) : this.largestBatch;
	}

}
