package studio.avatar.console.parked;

import java.util.Arrays;

import studio.avatar.common.contract.Topic;
import studio.avatar.console.page.Refused;

/**
 * What failed in the same way at the same place.
 *
 * @param consumer {@code gallery/generation.events}
 */
record GroupName(String consumer, String fingerprint) {

	/** As an address names it; an address that cannot be one is refused. */
	static GroupName of(String service, String topic, String fingerprint) {
		if (!(service + '/' + topic + '/' + fingerprint).matches("[a-z0-9-]+/[A-Za-z0-9._-]+/[0-9A-Za-z]+")) {
			throw Refused.unknown("There is no such group.");
		}
		return new GroupName(service + '/' + topic, fingerprint);
	}

	public String service() {
		return this.consumer.substring(0, this.consumer.indexOf('/'));
	}

	public String topic() {
		return this.consumer.substring(this.consumer.indexOf('/') + 1);
	}

	/** Whether a replay can bring its records to that consumer again. */
	public boolean canBeRetried() {
		return Arrays.stream(Topic.values())
			.filter((topic) -> topic.topicName().equals(topic()) && !topic.isOperators())
			.flatMap((topic) -> topic.consumers().stream())
			.anyMatch((service) -> service.id().equals(service()));
	}

	/** Where its page is. */
	public String path() {
		return "/parked/groups/%s/%s".formatted(this.consumer, this.fingerprint);
	}

}
