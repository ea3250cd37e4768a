package studio.avatar.common.messaging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Where a record stands on the broker. */
public record Place(String topic, int partition, long offset) {

	private static final Pattern WRITTEN = Pattern.compile("(.+)-(\\d{1,6})@(\\d{1,18})");

	/** Reads what {@link #toString()} wrote; empty for anything else. */
	static Optional<Place> of(@Nullable String text) {
		Matcher matcher = WRITTEN.matcher((text != null) ? text : "");
		return matcher.matches() ? Optional
			.of(new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
				: Optional.empty();
	}

	/** The partition alone: offsets rise within it. */
	String line() {
		return this.topic + '-' + this.partition;
	}

	@Override
	public String toString() {
		return line() + '@' + this.offset;
	}

}
