package studio.avatar.gateway.update;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The update that is next in a chat, with those that belong to it: nothing says how many
 * parts an album has.
 *
 * @param parts one update, or what has come of an album
 * @param whole no further part can come
 */
record Album(List<StoredUpdate> parts, boolean whole) {

	Album {
		parts = List.copyOf(parts);
	}

	/**
	 * The first update, with the parts of its album. Presses, edits and memberships come
	 * on ways of their own and may stand between the parts; a message behind them is the
	 * end of the album.
	 */
	static Album first(List<StoredUpdate> waiting) {
		StoredUpdate first = waiting.getFirst();
		if (first.album() == null) {
			return new Album(List.of(first), true);
		}
		List<StoredUpdate> parts = new ArrayList<>();
		for (StoredUpdate update : waiting) {
			if (first.album().equals(update.album())) {
				parts.add(update);
			}
			else if (update.isMessage()) {
				return new Album(parts, true);
			}
		}
		return new Album(parts, false);
	}

	/**
	 * How long to wait for further parts.
	 * @param heardSince when we began to hear; silence before that says nothing
	 * @param quiet an album is whole when no part came for this long
	 */
	Duration timeToWait(Instant now, Instant heardSince, Duration quiet) {
		if (this.whole) {
			return Duration.ZERO;
		}
		Instant last = this.parts.getLast().receivedAt();
		return Duration.between(now, (last.isAfter(heardSince) ? last : heardSince).plus(quiet));
	}

}
