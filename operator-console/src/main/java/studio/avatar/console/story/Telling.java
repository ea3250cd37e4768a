package studio.avatar.console.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.ArchivedRecord;

/**
 * Makes a story of records: a record was said by its source to everybody who hears its
 * topic. What the person does and sees passes the gateway.
 */
final class Telling {

	private static final Comparator<ArchivedRecord> AS_SAID = Comparator.comparing(Telling::saidAt)
		.thenComparing(ArchivedRecord::recordedAt)
		.thenComparing((record) -> record.place().topic())
		.thenComparing((record) -> record.place().partition())
		.thenComparing((record) -> record.place().offset());

	private Telling() {
	}

	/**
	 * Tells it.
	 * @param parked who has which of the records parked
	 */
	static Story of(String correlationId, List<ArchivedRecord> records, Map<Place, Set<Lane>> parked) {
		List<Step> steps = new ArrayList<>();
		Instant before = null;
		for (ArchivedRecord record : records.stream().sorted(AS_SAID).toList()) {
			steps.add(step(record, before, parked.getOrDefault(record.place(), Set.of())));
			before = saidAt(record);
		}
		return new Story(correlationId, steps);
	}

	private static Step step(ArchivedRecord record, @Nullable Instant before, Set<Lane> parkedBy) {
		Instant at = saidAt(record);
		Optional<Topic> topic = topic(record);
		return new Step(record.place(), Objects.requireNonNullElse(record.id(), ""),
				Objects.requireNonNullElse(record.type(), "no type"), at,
				(before != null) ? Duration.between(before, at) : Duration.ZERO, Lane.of(record.source()),
				topic.map(Telling::hearers).orElse(List.of()), topic.filter(Telling::isForThePerson).isPresent(),
				parkedBy, record.headers().containsKey(Headers.REPLAY_ID));
	}

	/** What its sender says of it; where that is missing, when it stood on the topic. */
	private static Instant saidAt(ArchivedRecord record) {
		return Objects.requireNonNullElse(record.eventTime(), record.recordedAt());
	}

	private static Optional<Topic> topic(ArchivedRecord record) {
		return Arrays.stream(Topic.values())
			.filter((topic) -> topic.topicName().equals(record.place().topic()))
			.findFirst();
	}

	private static List<Lane> hearers(Topic topic) {
		return topic.consumers().stream().map(Lane::of).sorted().toList();
	}

	private static boolean isForThePerson(Topic topic) {
		return topic.topicName().startsWith("chat.");
	}

}
