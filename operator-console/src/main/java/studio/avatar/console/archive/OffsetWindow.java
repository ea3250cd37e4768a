package studio.avatar.console.archive;

import studio.avatar.common.messaging.Place;

/**
 * Records of one partition that stand side by side.
 *
 * @param from first offset
 * @param to last offset, belongs to the window
 */
public record OffsetWindow(String topic, int partition, long from, long to) {

	public OffsetWindow {
		if (topic.isBlank()) {
			throw new UnusableSearch("Offsets are looked for in a topic; name one.");
		}
		if (partition < 0 || from < 0) {
			throw new UnusableSearch("Partitions and offsets are counted from 0.");
		}
		if (from > to) {
			throw new UnusableSearch("Offset %d comes after offset %d.".formatted(from, to));
		}
	}

	boolean contains(Place place) {
		return place.topic().equals(this.topic) && place.partition() == this.partition && place.offset() >= this.from
				&& place.offset() <= this.to;
	}

}
