package studio.avatar.console.parked;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A parked record in full.
 *
 * @param consumer who could not handle it
 * @param topic where the original stood; without our headers, the parked topic
 * @param known whether it said who could not handle it and where it stood
 * @param body the value as text
 * @param exact whether that text says every byte of it
 * @param headers all headers but the stack trace
 * @param waits whether it is parked only because an earlier record of its key is
 * @param settledBy the replay that handled it
 */
record ParkedRecord(long id, String consumer, String topic, int partition, long offset, boolean known,
		@Nullable String key, String body, boolean exact, Map<String, String> headers, @Nullable String eventId,
		@Nullable String eventType, @Nullable String correlationId, Status status, boolean waits, String cause,
		String message, String fingerprint, int attempts, Instant firstParkedAt, Instant lastParkedAt,
		@Nullable Instant settledAt, @Nullable UUID settledBy) {

	public GroupName group() {
		return new GroupName(this.consumer, this.fingerprint);
	}

	/** {@code generation.events-3@1742}. */
	public String place() {
		return "%s-%d@%d".formatted(this.topic, this.partition, this.offset);
	}

	public boolean open() {
		return this.status == Status.OPEN;
	}

}
