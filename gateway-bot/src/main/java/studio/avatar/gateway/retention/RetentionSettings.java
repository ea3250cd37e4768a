package studio.avatar.gateway.retention;

import java.time.Duration;

import studio.avatar.common.contract.Topic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things are kept.
 *
 * @param updates updates that are settled; at least a week, in which Telegram's numbers
 * rise without a break
 * @param deliveries replies that were sent, left out or dropped
 * @param failed updates and replies that failed: somebody may have to look at them
 * @param incoming files that people sent and nobody wanted; longer than a topic keeps the
 * event that names them
 * @param every how often it is looked for what may go
 */
@Validated
@ConfigurationProperties("studio.retention")
record RetentionSettings(@DefaultValue("14d") Duration updates, @DefaultValue("7d") Duration deliveries,
		@DefaultValue("90d") Duration failed, @DefaultValue("14d") Duration incoming,
		@DefaultValue("1h") Duration every) {

	private static final Duration WEEK = Duration.ofDays(7);

	RetentionSettings {
		if (updates.compareTo(WEEK) < 0) {
			throw new IllegalArgumentException("updates are kept for a week at least, not " + updates);
		}
		if (incoming.compareTo(Topic.CHAT_TRAINING.retention()) <= 0) {
			throw new IllegalArgumentException("an event may still name a file after " + incoming);
		}
	}

}
