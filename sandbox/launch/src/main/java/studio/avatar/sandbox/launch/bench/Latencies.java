package studio.avatar.sandbox.launch.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * How long the answers of one kind took.
 *
 * @param sorted nanoseconds, shortest first
 */
record Latencies(long[] sorted) {

	static Latencies of(LongStream nanos) {
		return new Latencies(nanos.sorted().toArray());
	}

	/** Milliseconds within which that share of the answers came; 0 when there is none. */
	double percentile(double percent) {
		int rank = (int) Math.ceil(percent / 100 * this.sorted.length);
		return (rank == 0) ? 0 : this.sorted[rank - 1] / 1e6;
	}

	int count() {
		return this.sorted.length;
	}

	/** The usual percentiles in milliseconds. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "p50 %7.1f   p90 %7.1f   p99 %7.1f   max %7.1f", percentile(50),
				percentile(90), percentile(99), percentile(100));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Latencies(long[] theirs) && Arrays.equals(this.sorted, theirs);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.sorted);
	}

}
