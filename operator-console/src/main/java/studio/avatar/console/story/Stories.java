package studio.avatar.console.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.page.Refused;
import studio.avatar.console.parked.ParkedCounts;

/** Finds the story of a message. */
@Component
class Stories {

	private final Archive archive;

	private final ParkedCounts parked;

	Stories(Archive archive, ParkedCounts parked) {
		this.archive = archive;
		this.parked = parked;
	}

	/** The story of a correlation id; refused in words when nothing is known of it. */
	Story story(String correlationId) {
		List<ArchivedRecord> records = this.archive.story(correlationId);
		if (records.isEmpty()) {
			throw Refused.unknown("No archived event has the correlation id %s.".formatted(correlationId));
		}
		return Telling.of(correlationId, records, parked(records));
	}

	private Map<Place, Set<Lane>> parked(List<ArchivedRecord> records) {
		Map<Place, Set<Lane>> parked = new HashMap<>();
		this.parked.openAt(records.stream().map(ArchivedRecord::place).toList())
			.forEach((place, consumers) -> parked.put(place,
					consumers.stream().map(Stories::service).collect(Collectors.toSet())));
		return parked;
	}

	/** A consumer is called {@code gallery/generation.events}. */
	private static Lane service(String consumer) {
		return Lane.of(consumer.substring(0, Math.max(0, consumer.indexOf('/'))));
	}

}
