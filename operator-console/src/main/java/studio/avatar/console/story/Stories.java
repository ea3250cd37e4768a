package studio.avatar.console.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Topic;
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
		List<ArchivedRecord> whole = withCallbacks(records);
		return Telling.of(correlationId, whole, parked(whole));
	}

	/** A webhook has a correlation id of its own, and belongs to the story of its job. */
	private List<ArchivedRecord> withCallbacks(List<ArchivedRecord> records) {
		Set<Place> there = records.stream().map(ArchivedRecord::place).collect(Collectors.toSet());
		return Stream
			.concat(records.stream(),
					this.archive.about(Topic.PROVIDER_CALLBACKS.topicName(), JobsOfAStory.in(records))
						.stream()
						.filter((callback) -> !there.contains(callback.place())))
			.toList();
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
