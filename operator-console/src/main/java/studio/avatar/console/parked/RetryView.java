package studio.avatar.console.parked;

import java.util.List;

/**
 * A retry with its batches.
 *
 * @param arrived how many of its group are open now that it did not freeze; 0 for a retry
 * of chosen records
 */
record RetryView(Retry retry, List<BatchCount> batches, long arrived) {

	RetryView {
		batches = List.copyOf(batches);
	}

	public long handled() {
		return this.batches.stream().mapToLong(BatchCount::handled).sum();
	}

	public long failed() {
		return this.batches.stream().mapToLong(BatchCount::failed).sum();
	}

	/** How many wait for their batch; of a retry that has ended, how many never went. */
	public long notSent() {
		return this.retry.records() - this.batches.stream().mapToLong((batch) -> batch.size() - batch.left()).sum();
	}

	/** How many have their outcome. */
	public long settled() {
		return this.batches.stream().mapToLong((batch) -> batch.size() - batch.open()).sum();
	}

}
