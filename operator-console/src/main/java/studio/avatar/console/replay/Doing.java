package studio.avatar.console.replay;

/** What a pass is at, for whoever looks on. */
enum Doing {

	SENDING("Sending"),

	SLOWED("At half its rate: live consumers are behind"),

	YIELDING("Waiting: live consumers are far behind, and they go first"),

	LAG_UNKNOWN("Waiting: the broker does not say how far live consumers are behind"),

	AWAITING_OUTCOMES("Waiting for outcomes of what was sent"),

	NOT_ANSWERING("Waiting: the service does not answer; it goes on when the service is back"),
	BROKER_AWAY("Waiting: the broker does not take records");

	private final String words;

	Doing(String words) {
		this.words = words;
	}

	String words() {
		return this.words;
	}

}
