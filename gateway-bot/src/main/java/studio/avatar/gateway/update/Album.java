package studio.avatar.gateway.update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which updates belong together: the parts of one album follow each other, and nothing
 * says how many there are.
 */
final class Album {

	private Album() {
	}

	/** The first update, with the parts of its album that stand right behind it. */
	static List<StoredUpdate> first(List<StoredUpdate> waiting) {
		StoredUpdate first = waiting.getFirst();
		if (first.album() == null) {
			return List.of(first);
		}
		return waiting.stream().takeWhile((update) -> first.album().equals(update.album())).toList();
	}

	/**
	 * How long to wait for further parts: not at all when something else came behind
	 * them.
	 * @param quiet an album is whole when no part came for this long
	 */
	static Duration timeToWait(List<StoredUpdate> waiting, List<StoredUpdate> album, Instant now, Duration quiet) {
		if (album.getFirst().album() == null || waiting.size() > album.size()) {
			return Duration.ZERO;
		}
		return Duration.between(now, album.getLast().receivedAt().plus(quiet));
	}

}
