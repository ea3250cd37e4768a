package studio.avatar.console.archive;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What to look for in the archive; everything that is given must hold.
 *
 * @param topics any of them; none means all
 * @param types any of these wire names; none means all
 * @param key Kafka key, for most topics a chat id
 * @param from the broker's timestamp, earliest
 * @param to the broker's timestamp, before this
 * @param text words and numbers that must all occur in the values of the JSON, in any
 * order; {@code wint*} stands for all that begin so
 * @param offsets a stretch of one partition
 */
public record EventSearch(Set<String> topics, Set<String> types, @Nullable String key, @Nullable String correlationId,
		@Nullable String eventId, @Nullable Instant from, @Nullable Instant to, @Nullable String text,
		@Nullable OffsetWindow offsets) {

	private static final int LONGEST = 500;

	private static final Instant LAST_TIME = Instant.parse("9999-12-31T00:00:00Z");

	public EventSearch {
		topics = Set.copyOf(topics);
		types = Set.copyOf(types);
		topics.forEach(EventSearch::usable);
		types.forEach(EventSearch::usable);
		key = usable(key);
		correlationId = usable(correlationId);
		eventId = usable(eventId);
		text = usable(text);
		usable(from);
		usable(to);
		if (from != null && to != null && !from.isBefore(to)) {
			throw new UnusableSearch(
					"Nothing lies between %s and %s: the first must be the earlier.".formatted(from, to));
		}
		if (text != null) {
			WantedWords.parse(text);
		}
	}

	/** Everything there is. */
	public static EventSearch everything() {
		return new EventSearch(Set.of(), Set.of(), null, null, null, null, null, null, null);
	}

	public EventSearch withTopics(Set<String> wanted) {
		return new EventSearch(wanted, this.types, this.key, this.correlationId, this.eventId, this.from, this.to,
				this.text, this.offsets);
	}

	public EventSearch withTypes(Set<String> wanted) {
		return new EventSearch(this.topics, wanted, this.key, this.correlationId, this.eventId, this.from, this.to,
				this.text, this.offsets);
	}

	public EventSearch withKey(@Nullable String wanted) {
		return new EventSearch(this.topics, this.types, wanted, this.correlationId, this.eventId, this.from, this.to,
				this.text, this.offsets);
	}

	public EventSearch withCorrelationId(@Nullable String wanted) {
		return new EventSearch(this.topics, this.types, this.key, wanted, this.eventId, this.from, this.to, this.text,
				this.offsets);
	}

	public EventSearch withEventId(@Nullable String wanted) {
		return new EventSearch(this.topics, this.types, this.key, this.correlationId, wanted, this.from, this.to,
				this.text, this.offsets);
	}

	/** Both at once, since each alone may contradict the other as it was. */
	public EventSearch between(@Nullable Instant earliest, @Nullable Instant before) {
		return new EventSearch(this.topics, this.types, this.key, this.correlationId, this.eventId, earliest, before,
				this.text, this.offsets);
	}

	public EventSearch withText(@Nullable String wanted) {
		return new EventSearch(this.topics, this.types, this.key, this.correlationId, this.eventId, this.from, this.to,
				wanted, this.offsets);
	}

	public EventSearch withOffsets(@Nullable OffsetWindow wanted) {
		return new EventSearch(this.topics, this.types, this.key, this.correlationId, this.eventId, this.from, this.to,
				this.text, wanted);
	}

	/**
	 * The same as SQL, so that a question of another feature can be asked in one
	 * statement.
	 */
	public Criteria where() {
		return Criteria.of(this);
	}

	/** Whether a record is one of those that are looked for. */
	public boolean matches(ArchivedRecord record) {
		return (this.topics.isEmpty() || this.topics.contains(record.place().topic()))
				&& (this.types.isEmpty() || this.types.contains(String.valueOf(record.type())))
				&& isWanted(this.key, record.key()) && isWanted(this.correlationId, record.correlationId())
				&& isWanted(this.eventId, record.id())
				&& (this.from == null || !record.recordedAt().isBefore(this.from))
				&& (this.to == null || record.recordedAt().isBefore(this.to))
				&& (this.offsets == null || this.offsets.contains(record.place())) && saysIt(record);
	}

	private static boolean isWanted(@Nullable String wanted, @Nullable String there) {
		return wanted == null || wanted.equals(there);
	}

	private boolean saysIt(ArchivedRecord record) {
		if (this.text == null) {
			return true;
		}
		JsonBody body = (record.body() != null) ? JsonBody.read(record.value()) : null;
		return body != null && WantedWords.parse(this.text).allIn(body.words());
	}

	private static @Nullable String usable(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (text.length() > LONGEST) {
			throw new UnusableSearch("At most %d characters can be looked for.".formatted(LONGEST));
		}
		if (text.indexOf('\0') >= 0) {
			throw new UnusableSearch("The character with the code 0 stands in no record.");
		}
		return text.strip();
	}

	private static void usable(@Nullable Instant time) {
		if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LAST_TIME))) {
			throw new UnusableSearch("%s is no time in which a record could stand.".formatted(time));
		}
	}

}
