package studio.avatar.console.replay;

import java.util.List;

import studio.avatar.console.archive.ArchivedRecord;

/**
 * What a plan would hold, before anything is frozen.
 *
 * @param count how many records; one more than {@code limit} stands for "too many"
 * @param limit how many a replay may hold
 * @param sample some of them, newest first
 * @param same replays that chose the same for the same, newest first
 */
public record Estimate(long count, int limit, List<ArchivedRecord> sample, List<Replay> same) {

	public boolean isTooMany() {
		return this.count > this.limit;
	}

	public boolean isEmpty() {
		return this.count == 0;
	}

}
