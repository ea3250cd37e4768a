package studio.avatar.common.messaging;

/** Where a record stands on the broker. */
public record Place(String topic, int partition, long offset) {

	/** The partition alone: offsets rise within it. */
	String line() {
		return this.topic + '-' + this.partition;
	}

	@Override
	public String toString() {
		return line() + '@' + this.offset;
	}

}
