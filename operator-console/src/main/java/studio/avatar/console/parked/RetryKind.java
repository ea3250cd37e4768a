package studio.avatar.console.parked;

/** What a retry is about. */
enum RetryKind {

	/** One record, from its own page. */
	ONE("retried"),
	/** Records that an operator ticked. */
	CHOSEN("retried with others"),
	/** All of a root cause, in growing batches. */
	GROUP("retried with its group"),
	/** A new event made from a record. */
	EDIT("edited and retried"),
	/** Records that waited behind one that is settled. */
	RELEASE("redelivered after waiting");

	private final String words;

	RetryKind(String words) {
		this.words = words;
	}

	/** What was done to a record by it. */
	String words() {
		return this.words;
	}

	/** The first batch is small, so that a fix that is none is found out early. */
	boolean grows() {
		return this == GROUP || this == CHOSEN;
	}

}
