package studio.avatar.console.overview;

import java.util.Map;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group is with what it reads.
 *
 * @param waiting records it has not read yet
 * @param read up to where it has read, all partitions added up; it rises as it reads
 */
record GroupLag(long waiting, long read) {

	/**
	 * The lag over some partitions. A group that has committed nothing begins at the
	 * oldest record; what retention has taken away is waiting no more.
	 * @param committed next offset to be read, where the group has said so
	 * @param ranges the partitions it reads
	 */
	static GroupLag of(Map<TopicPartition, Long> committed, Map<TopicPartition, OffsetRange> ranges) {
		long waiting = 0;
		long read = 0;
		for (var partition : ranges.entrySet()) {
			OffsetRange range = partition.getValue();
			long next = Math.max(committed.getOrDefault(partition.getKey(), range.begin()), range.begin());
			waiting += Math.max(0, range.end() - next);
			read += next;
		}
		return new GroupLag(waiting, read);
	}

	/** The offsets a partition has: the oldest, and the next that will be written. */
	record OffsetRange(long begin, long end) {
	}

}
