package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** How far back the pictures look. */
enum Window {

	TEN_MINUTES("10m", "10 minutes", Duration.ofMinutes(10)), HOUR("1h", "1 hour", Duration.ofHours(1)),
	SIX_HOURS("6h", "6 hours", Duration.ofHours(6)), TWO_DAYS("48h", "48 hours", Duration.ofHours(48));

	/** Slots in a picture, whatever the window. */
	static final int SLOTS = 60;

	private static final Duration LONGEST_FRESHNESS = Duration.ofSeconds(30);

	private final String id;

	private final String words;

	private final Duration length;

	Window(String id, String words, Duration length) {
		this.id = id;
		this.words = words;
		this.length = length;
	}

	/** As addresses name it; the shortest when they do not. */
	static Window of(@Nullable String id) {
		return Arrays.stream(values()).filter((window) -> window.id.equals(id)).findFirst().orElse(TEN_MINUTES);
	}

	/** {@code 10m}. */
	public String getId() {
		return this.id;
	}

	/** {@code 10 minutes}. */
	public String getWords() {
		return this.words;
	}

	Duration slot() {
		return this.length.dividedBy(SLOTS);
	}

	/** How old a picture may be that is shown once more. */
	Duration freshness() {
		Duration share = slot().dividedBy(4);
		return (share.compareTo(LONGEST_FRESHNESS) < 0) ? share : LONGEST_FRESHNESS;
	}

	/** Begin of the slot in which it is. */
	Instant slotOf(Instant at) {
		long seconds = slot().toSeconds();
		return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
	}

	/** Begin of the first slot of a picture that ends now. */
	Instant begin(Instant now) {
		return slotOf(now).minus(slot().multipliedBy(SLOTS - 1L));
	}

}
