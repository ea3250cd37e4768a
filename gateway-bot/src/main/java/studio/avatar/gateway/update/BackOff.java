package studio.avatar.gateway.update;

import java.time.Duration;

/** Pauses that double from 200 ms to 10 s until something works again. */
final class BackOff {

	static final Duration SHORTEST = Duration.ofMillis(200);

	static final Duration LONGEST = Duration.ofSeconds(10);

	private Duration next = SHORTEST;

	/** How long to wait now. */
	Duration next() {
		Duration pause = this.next;
		Duration doubled = pause.multipliedBy(2);
		this.next = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		return pause;
	}

	/** It works. */
	void reset() {
		this.next = SHORTEST;
	}

}
