package studio.avatar.console.parked;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A parked record as a line of a list. */
record ParkedRow(long id, String consumer, String topic, int partition, long offset, @Nullable String key,
		@Nullable String eventType, @Nullable String correlationId, Status status, boolean waits, String cause,
		String message, String fingerprint, int attempts, Instant firstParkedAt, Instant lastParkedAt) {

	public String place() {
		return "%s-%d@%d".formatted(this.topic, this.partition, this.offset);
	}

	public boolean open() {
		return this.status == Status.OPEN;
	}

}
