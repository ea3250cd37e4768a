package studio.avatar.console.parked;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;

/**
 * A record of a parked topic, read so far as it can be read.
 *
 * @param parkedAt where it stands on the parked topic
 * @param consumer who could not handle it, {@code gallery/generation.events}
 * @param original where it stood first; the same as {@code parkedAt} when it does not say
 * @param fromHeaders whether it says who could not handle it and where it stood
 * @param headers all but the stack trace, as text
 * @param happenedAt when it was parked
 */
record ParkedArrival(Place parkedAt, String consumer, Place original, boolean fromHeaders, byte @Nullable [] key,
		byte @Nullable [] value, Map<String, String> headers, Trouble trouble, Instant happenedAt) {

	private static final int SEARCHED_CHARACTERS = 100_000;

	/** An index refuses rows of some kilobytes; a chat id has 19 digits at most. */
	private static final int KEY_CHARACTERS = 400;

	/** Only its bytes and its place, when the database takes nothing else of it. */
	ParkedArrival bare() {
		Trouble unknown = new Trouble("could not be kept as it was", "", "unknown", "");
		return new ParkedArrival(this.parkedAt, this.parkedAt.topic().replace(".parked", "") + "/unknown",
				this.parkedAt, false, null, this.value, Map.of(), unknown, this.happenedAt);
	}

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

	@Nullable String eventId() {
		return header(Headers.ID);
	}

	/** The key, or the beginning of one that is too long to be ours. */
	@Nullable String keyText() {
		return (this.key != null) ? beginning(PlainText.orHex(this.key), KEY_CHARACTERS) : null;
	}

	/** The value as far as it is searched. */
	String words() {
		return beginning(PlainText.of(this.value), SEARCHED_CHARACTERS);
	}

	private static String beginning(String text, int characters) {
		return text.substring(0, Math.min(text.length(), characters));
	}

}
