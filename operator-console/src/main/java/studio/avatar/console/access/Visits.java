package studio.avatar.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who came from where within the last hour: a program signs in with every call, and the
 * audit keeps one entry an hour of it.
 */
class Visits {

	/** Beyond so many the oldest is forgotten, and noted once more. */
	private static final int REMEMBERED = 10_000;

	private static final Duration AN_HOUR = Duration.ofHours(1);

	private final Map<String, Instant> since = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > REMEMBERED;
		}

	};

	private final Clock clock;

	Visits(Clock clock) {
		this.clock = clock;
	}

	/** Whether this is their first visit from there within an hour. */
	synchronized boolean isFirst(String name, String address) {
		String who = address + " " + name;
		Instant now = this.clock.instant();
		Instant noted = this.since.get(who);
		if (noted != null && noted.plus(AN_HOUR).isAfter(now)) {
			return false;
		}
		this.since.remove(who);
		this.since.put(who, now);
		return true;
	}

}
