package studio.avatar.console.replay;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Judges a service's silence by how far it has come: a record is silent when the service
 * has passed it, and has said nothing of it for too long since. What it has not come to,
 * since it is away or slow, waits for it. Pure: somebody else reads offsets and clocks,
 * one nanosecond clock for all looks.
 */
final class Progress {

	private final long tooLong;

	private final Deque<Passed> passed = new ArrayDeque<>();

	private Map<TopicPartition, Long> read = Map.of();

	private long answered;

	private long movedAt;

	private @Nullable Mark next;

	private @Nullable OffsetDateTime silentBefore;

	/**
	 * Begins to look.
	 * @param tooLong how long a service may be silent
	 */
	Progress(Duration tooLong, long nanos) {
		this.tooLong = tooLong.toNanos();
		this.movedAt = nanos;
	}

	/**
	 * One look.
	 * @param sentBefore what was sent before that moment is within the ends that were
	 * read
	 * @param now absent when the broker does not say
	 * @param answers outcomes so far
	 */
	void look(OffsetDateTime sentBefore, @Nullable Reading now, long answers, long nanos) {
		if (now == null) {
			this.movedAt = nanos;
			return;
		}
		if (now.isPast(now.ends()) || !now.read().equals(this.read) || answers != this.answered) {
			this.movedAt = nanos;
		}
		this.read = now.read();
		this.answered = answers;
		mark((this.next != null) ? this.next : new Mark(sentBefore, now.ends()), now, nanos);
	}

	private void mark(Mark mark, Reading now, long nanos) {
		this.next = mark;
		if (now.isPast(mark.ends())) {
			this.passed.add(new Passed(mark.sentBefore(), nanos));
			this.next = null;
		}
		while (!this.passed.isEmpty() && nanos - this.passed.getFirst().at() >= this.tooLong) {
			this.silentBefore = this.passed.removeFirst().sentBefore();
		}
	}

	/**
	 * What was sent before, and has no outcome, is silent; absent while nothing can be.
	 */
	@Nullable OffsetDateTime silentBefore() {
		return this.silentBefore;
	}

	/** Whether the service gets on with what it was sent, or has nothing left. */
	boolean isMoving(long nanos) {
		return nanos - this.movedAt < this.tooLong;
	}

	/**
	 * What the broker says of the replay topic.
	 *
	 * @param read where the service goes on in each partition
	 * @param ends where the next record of each would stand
	 */
	record Reading(Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {

		boolean isPast(Map<TopicPartition, Long> marks) {
			return marks.entrySet()
				.stream()
				.allMatch((mark) -> this.read.getOrDefault(mark.getKey(), 0L) >= mark.getValue());
		}

	}

	/** Everything that was sent before a moment. */
	private record Mark(OffsetDateTime sentBefore, Map<TopicPartition, Long> ends) {
	}

	/** A mark that the service was seen to be past. */
	private record Passed(OffsetDateTime sentBefore, long at) {
	}

}
