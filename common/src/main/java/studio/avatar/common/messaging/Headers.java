package studio.avatar.common.messaging;

/**
 * Header names: CloudEvents 1.0 in Kafka's binary mode, with our extensions, and what a
 * parked record adds.
 */
public final class Headers {

	public static final String SPEC_VERSION = "ce_specversion";

	public static final String ID = "ce_id";

	public static final String TYPE = "ce_type";

	public static final String SOURCE = "ce_source";

	public static final String TIME = "ce_time";

	public static final String SUBJECT = "ce_subject";

	public static final String CORRELATION_ID = "ce_correlationid";

	public static final String CAUSATION_ID = "ce_causationid";

	public static final String TRACEPARENT = "ce_traceparent";

	public static final String REPLAY_ID = "ce_replayid";

	/** Where a replayed record stood first, {@code training.events-3@1742}. */
	public static final String REPLAY_OF = "ce_replayof";

	/** Which sending of it within its replay this is, from 1. */
	public static final String REPLAY_ATTEMPT = "ce_replayattempt";

	/** Its number within the replay, from 1. */
	public static final String REPLAY_ITEM = "ce_replayitem";

	/** Who is to meet it, {@code gallery/generation.events}. */
	public static final String REPLAY_CONSUMER = "ce_replayconsumer";

	/** A {@link studio.avatar.common.contract.ReplayMode}, in lower case. */
	public static final String REPLAY_MODE = "ce_replaymode";

	/** {@code true} when everything is to be taken back again. */
	public static final String REPLAY_PREVIEW = "ce_replaypreview";

	public static final String CONTENT_TYPE = "content-type";

	/** Topic, partition and offset a parked record came from. */
	public static final String PARKED_TOPIC = "parked_topic";

	public static final String PARKED_PARTITION = "parked_partition";

	public static final String PARKED_OFFSET = "parked_offset";

	/** Who could not handle it. */
	public static final String PARKED_CONSUMER = "parked_consumer";

	/**
	 * Class of the root cause; failures are grouped by it and by
	 * {@link #PARKED_FINGERPRINT}.
	 */
	public static final String PARKED_CAUSE = "parked_cause";

	public static final String PARKED_MESSAGE = "parked_message";

	/** 16 hex digits over the root cause and the place in our code it came through. */
	public static final String PARKED_FINGERPRINT = "parked_fingerprint";

	/** At most 2 KB, so that a parked record always fits where its original did. */
	public static final String PARKED_STACKTRACE = "parked_stacktrace";

	public static final String PARKED_AT = "parked_at";

	/** Bytes set aside for the headers of a live record. */
	static final int ROOM = 4_096;

	private Headers() {
	}

}
