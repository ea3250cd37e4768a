package studio.avatar.console.explorer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.archive.UnusableSearch;

/**
 * What somebody filled in to find events, as it stands in the address of the page.
 *
 * @param last {@code 15m}, {@code 1h}, {@code 24h} or {@code 7d} before now, instead of
 * {@code from}
 * @param from ISO 8601; without a zone it is UTC
 * @param to before this; ISO 8601
 * @param after where the page before ended
 */
record EventFilters(@Nullable List<String> topic, @Nullable List<String> type, @Nullable String key,
		@Nullable String correlation, @Nullable String event, @Nullable String last, @Nullable String from,
		@Nullable String to, @Nullable String text, @Nullable String after) {

	EventFilters {
		topic = filled(topic);
		type = filled(type);
	}

	/**
	 * What the archive is to look for.
	 * @throws UnusableSearch when a field says nothing that can be looked for
	 */
	EventSearch search(Clock clock) {
		Instant earliest = filled(this.last) ? clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(span(this.last))
				: time(this.from);
		return EventSearch.everything()
			.withTopics(Set.copyOf(topics()))
			.withTypes(Set.copyOf(types()))
			.withKey(this.key)
			.withCorrelationId(this.correlation)
			.withEventId(this.event)
			.between(earliest, time(this.to))
			.withText(this.text);
	}

	public List<String> topics() {
		return Objects.requireNonNullElse(this.topic, List.of());
	}

	public List<String> types() {
		return Objects.requireNonNullElse(this.type, List.of());
	}

	/** The filters as part of an address, without the place they are read from. */
	String query() {
		UriComponentsBuilder address = UriComponentsBuilder.newInstance();
		topics().forEach((one) -> address.queryParam("topic", "{t}"));
		types().forEach((one) -> address.queryParam("type", "{t}"));
		List<Object> values = new ArrayList<>(topics());
		values.addAll(types());
		add(address, values, "key", this.key);
		add(address, values, "correlation", this.correlation);
		add(address, values, "event", this.event);
		add(address, values, "last", this.last);
		add(address, values, "from", this.from);
		add(address, values, "to", this.to);
		add(address, values, "text", this.text);
		String query = address.encode().buildAndExpand(values.toArray()).toUriString();
		return query.isEmpty() ? "" : query.substring(1);
	}

	private static void add(UriComponentsBuilder address, List<Object> values, String name, @Nullable String value) {
		if (filled(value)) {
			address.queryParam(name, "{v}");
			values.add(value);
		}
	}

	private static List<String> filled(@Nullable List<String> values) {
		return (values == null) ? List.of()
				: values.stream()
					.filter(EventFilters::filled)
					.map(String::strip)
					.distinct()
					.collect(Collectors.toUnmodifiableList());
	}

	private static boolean filled(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	private static Duration span(@Nullable String last) {
		return switch (String.valueOf(last)) {
			case "15m" -> Duration.ofMinutes(15);
			case "1h" -> Duration.ofHours(1);
			case "24h" -> Duration.ofDays(1);
			case "7d" -> Duration.ofDays(7);
			default -> throw new UnusableSearch("“%s” is none of 15m, 1h, 24h and 7d.".formatted(last));
		};
	}

	private static @Nullable Instant time(@Nullable String text) {
		if (!filled(text)) {
			return null;
		}
		String iso = Objects.requireNonNull(text).strip();
		try {
			return iso.endsWith("Z") ? Instant.parse(iso) : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new UnusableSearch("“%s” is no time; write it like 2026-11-22T18:30.".formatted(iso));
		}
	}

}
