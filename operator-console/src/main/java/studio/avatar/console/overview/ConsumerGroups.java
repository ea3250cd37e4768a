package studio.avatar.console.overview;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.parked.ParkedCounts;

/** The consumer groups that are there by design. */
final class ConsumerGroups {

	/** Through which the console hears the others. */
	static final String REPORTS = ServiceName.CONSOLE.id() + '/' + Topic.OPERATOR_REPORTS.topicName();

	private ConsumerGroups() {
	}

	/** Every group with the names of the topics it reads. */
	static Map<String, Set<String>> all() {
		Map<String, Set<String>> groups = new LinkedHashMap<>();
		catalogue().forEach((group, topic) -> groups.put(group, Set.of(topic.topicName())));
		replays().forEach((group, topic) -> groups.put(group, Set.of(topic)));
		groups.put(Archive.GROUP, liveTopics());
		groups.put(ParkedCounts.GROUP,
				Stream.of(ServiceName.values()).map(Topic::parkedBy).collect(Collectors.toUnmodifiableSet()));
		return groups;
	}

	/**
	 * Every consumer of the catalogue, {@code training/chat.training}, with its topic.
	 */
	static Map<String, Topic> catalogue() {
		Map<String, Topic> consumers = new LinkedHashMap<>();
		for (ServiceName service : ServiceName.values()) {
			Topic.heardBy(service).forEach((topic) -> consumers.put(service.id() + '/' + topic.topicName(), topic));
		}
		return consumers;
	}

	/** Every consumer of what operators replay, {@code gallery/gallery.replay}. */
	static Map<String, String> replays() {
		Map<String, String> consumers = new LinkedHashMap<>();
		for (ServiceName service : ServiceName.values()) {
			if (service != ServiceName.CONSOLE) {
				consumers.put(service.id() + '/' + Topic.replayOf(service), Topic.replayOf(service));
			}
		}
		return consumers;
	}

	/** Topics of what happens to people; operators' own are none. */
	static Set<String> liveTopics() {
		return Arrays.stream(Topic.values())
			.filter((topic) -> !topic.isOperators())
			.map(Topic::topicName)
			.collect(Collectors.toUnmodifiableSet());
	}

}
