package studio.avatar.console.overview;

/** What is measured over time. */
enum Measure {

	/** Records a consumer group has not read yet; about the group. */
	LAG(Kind.LEVEL),

	/**
	 * Records a topic has ever had, all partitions; about the topic. Its rise is the
	 * rate.
	 */
	END(Kind.LEVEL),

	/** Events that wait in the outbox; about the service. */
	OUTBOX(Kind.LEVEL),

	/** Milliseconds the oldest event has waited in the outbox; about the service. */
	OUTBOX_AGE(Kind.LEVEL),

	/** Records that are parked and open; about the consumer that parked them. */
	PARKED_OPEN(Kind.LEVEL),

	/** Records handled; about the consumer. */
	HANDLED(Kind.COUNT),

	/** Records that had been handled before; about the consumer. */
	DUPLICATE(Kind.COUNT),

	/** Records of an unknown type; about the consumer. */
	UNRECOGNIZED(Kind.COUNT),

	/** Records parked; about the consumer. */
	PARKED(Kind.COUNT),

	/** Troubles such as {@code telegram.429}; about service and name. */
	TROUBLE(Kind.COUNT);

	private final Kind kind;

	Measure(Kind kind) {
		this.kind = kind;
	}

	/** Whether values of one slot are added; otherwise the highest stands for it. */
	boolean isCount() {
		return this.kind == Kind.COUNT;
	}

	private enum Kind {

		LEVEL, COUNT

	}

}
