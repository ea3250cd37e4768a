package studio.avatar.console.replay;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.archive.OffsetWindow;
import studio.avatar.console.archive.UnusableSearch;

/**
 * Which records an operator means: by what they have in common, or one by one. What is
 * absent or empty chooses nothing out; all of it together is what is left.
 *
 * @param topics names of topics; none means all that the consumer hears
 * @param types wire names of events
 * @param chat key of the record, for most topics a chat id
 * @param from first moment on the broker
 * @param to the moment it ends before
 * @param text words and numbers that stand in the event
 * @param offsets offsets of one partition
 * @param records places such as {@code training.events-3@1742}; when there are any,
 * exactly these
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Selection(@Nullable List<String> topics, @Nullable List<String> types, @Nullable String chat,
		@Nullable String correlationId, @Nullable String eventId, @Nullable Instant from, @Nullable Instant to,
		@Nullable String text, @Nullable OffsetWindow offsets, @Nullable List<String> records) {

	/** More belong into a search. */
	static final int MOST_RECORDS = 10_000;

	private static final Pattern PLACE = Pattern.compile("([a-z.]{1,100})-(\\d{1,6})@(\\d{1,18})");

	/** Equal selections are equal as text: sorted, blanks gone. */
	public Selection {
		topics = sorted(topics);
		types = sorted(types);
		records = (records != null) ? List.copyOf(new LinkedHashSet<>(records)) : List.of();
		chat = blankToNull(chat);
		correlationId = blankToNull(correlationId);
		eventId = blankToNull(eventId);
		text = blankToNull(text);
	}

	/** Nothing left out. */
	public static Selection everything() {
		return new Selection(null, null, null, null, null, null, null, null, null, null);
	}

	/** Exactly these records. */
	public static Selection of(List<Place> places) {
		return new Selection(null, null, null, null, null, null, null, null, null,
				places.stream().map(Place::toString).toList());
	}

	@JsonIgnore
	boolean isByPlace() {
		return !Objects.requireNonNull(this.records).isEmpty();
	}

	/** The same, if it makes sense. */
	Selection checked() {
		if (Objects.requireNonNull(this.records).size() > MOST_RECORDS) {
			throw ReplayRefused.nonsense("At most %,d records can be named one by one.".formatted(MOST_RECORDS));
		}
		return this;
	}

	/** The places of {@link #records}, in the order given. */
	List<Place> places() {
		return Objects.requireNonNull(this.records).stream().map(Selection::place).toList();
	}

	/**
	 * The same for the archive, narrowed to what the consumer hears.
	 * @throws ReplayRefused when a topic is meant that it does not hear
	 */
	EventSearch search(Target target) {
		Set<String> heard = target.topics().stream().map(Topic::topicName).collect(Collectors.toSet());
		List<String> meant = Objects.requireNonNull(this.topics);
		refuseUnheard(target, heard, meant);
		return search(meant.isEmpty() ? heard : Set.copyOf(meant), window(target, heard));
	}

	private EventSearch search(Set<String> meant, @Nullable OffsetWindow window) {
		try {
			return new EventSearch(meant, Set.copyOf(Objects.requireNonNull(this.types)), this.chat, this.correlationId,
					this.eventId, this.from, this.to, this.text, window);
		}
		catch (UnusableSearch ex) {
			throw ReplayRefused.nonsense(String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable OffsetWindow window(Target target, Set<String> heard) {
		if (this.offsets != null) {
			refuseUnheard(target, heard, List.of(this.offsets.topic()));
		}
		return this.offsets;
	}

	static void refuseUnheard(Target target, Set<String> heard, List<String> meant) {
		meant.stream().filter((topic) -> !heard.contains(topic)).findFirst().ifPresent((topic) -> {
			throw new ReplayRefused(
					"%s does not hear %s, so its records cannot be replayed to it.".formatted(target, topic));
		});
	}

	private static Place place(String text) {
		Matcher parts = PLACE.matcher(text.strip());
		if (!parts.matches()) {
			throw ReplayRefused
				.nonsense("“%s” is no place of a record; one looks like training.events-3@1742.".formatted(text));
		}
		return new Place(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
	}

	private static List<String> sorted(@Nullable List<String> texts) {
		return (texts == null) ? List.of() : List
			.copyOf(new TreeSet<>(texts.stream().map(String::strip).filter((text) -> !text.isEmpty()).toList()));
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
