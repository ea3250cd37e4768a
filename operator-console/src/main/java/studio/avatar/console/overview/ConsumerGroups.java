package studio.avatar.console.overview;

import java.util.LinkedHashMap;
import java.util.Map;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** The consumer groups that are there by design. */
final class ConsumerGroups {

	private ConsumerGroups() {
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

}
