package studio.avatar.console.explorer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.Cursor;
import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.page.Refused;
import studio.avatar.console.page.Steps;

/** Looks into the archive for the page and the API alike. */
@Component
class Explorer {

	private static final int MOST_AT_ONCE = 500;

	private final Archive archive;

	private final Clock clock;

	Explorer(Archive archive, Clock clock) {
		this.archive = archive;
		this.clock = clock;
	}

	/**
	 * One page; asks for one record more than it shows, to know whether there is a next.
	 */
	EventPage find(EventFilters filters, int limit) {
		int shown = Math.clamp(limit, 1, MOST_AT_ONCE);
		String after = filters.after();
		List<EventLine> found = this.archive
			.find(search(filters), (after == null || after.isBlank()) ? null : Cursor.parse(after), shown + 1)
			.stream()
			.map(EventLine::of)
			.toList();
		boolean more = found.size() > shown;
		List<EventLine> page = more ? found.subList(0, shown) : found;
		return new EventPage(page, more ? page.getLast().cursor() : null);
	}

	/** How many there are, counted up to {@link Archive#COUNTED}. */
	long count(EventFilters filters) {
		return this.archive.count(search(filters));
	}

	/** How many there were when, within the time looked for or the last two days. */
	OverTime overTime(EventFilters filters) {
		EventSearch search = search(filters);
		Steps steps = Span.of(search, this.clock.instant());
		Instant from = (search.from() != null && search.from().isAfter(steps.from())) ? search.from() : steps.from();
		Instant to = (search.to() != null) ? search.to() : steps.end();
		return new OverTime(steps,
				from.isBefore(to) ? this.archive.counts(search.between(from, to), steps.step()) : Map.of());
	}

	EventSearch search(EventFilters filters) {
		return filters.search(this.clock);
	}

	/** Whether nothing that is said from now on can fit. */
	boolean isOver(EventFilters filters) {
		Instant to = search(filters).to();
		return to != null && !to.isAfter(this.clock.instant());
	}

	ArchivedRecord record(Place place) {
		return this.archive.record(place)
			.orElseThrow(() -> Refused.unknown("No record that stood at %s is archived.".formatted(place)));
	}

	/**
	 * Whether it is the id of an event that is archived: a cause may be an update as
	 * well.
	 */
	boolean isEvent(@Nullable String id) {
		return id != null && !id.isBlank()
				&& !this.archive.find(EventSearch.everything().withEventId(id), null, 1).isEmpty();
	}

	boolean has(Place place) {
		return place.offset() >= 0 && this.archive.record(place).isPresent();
	}

}
