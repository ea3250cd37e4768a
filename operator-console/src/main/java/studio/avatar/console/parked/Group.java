package studio.avatar.console.parked;

import java.time.Instant;

/**
 * All that one consumer could not handle for the same reason.
 *
 * @param message what the newest of them said
 * @param chats how many different keys they have
 * @param waiting how many records wait behind them
 * @param newest the greatest id among them
 */
record Group(GroupName name, String cause, String message, long open, long retrying, long handled, long discarded,
		long edited, long chats, long waiting, long newest, Instant firstSeen, Instant lastSeen) {

	/** The class without its package. */
	public String causeName() {
		return this.cause.substring(this.cause.lastIndexOf('.') + 1);
	}

	public long all() {
		return this.open + this.retrying + this.handled + this.discarded + this.edited;
	}

	Group withWaiting(long count) {
		return new Group(this.name, this.cause, this.message, this.open, this.retrying, this.handled, this.discarded,
				this.edited, this.chats, count, this.newest, this.firstSeen, this.lastSeen);
	}

}
