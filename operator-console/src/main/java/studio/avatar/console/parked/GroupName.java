package studio.avatar.console.parked;

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

	/** Where its page is. */
	public String path() {
		return "/parked/groups/%s/%s".formatted(this.consumer, this.fingerprint);
	}

}
