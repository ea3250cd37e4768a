package studio.avatar.gateway.retention;

import java.time.Duration;

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
 * @param every how often it is looked for what may go
 */
@Validated
@ConfigurationProperties("studio.retention")
record RetentionSettings(@DefaultValue("14d") Duration updates, @DefaultValue("7d") Duration deliveries,
		@DefaultValue("90d") Duration failed, @DefaultValue("1h") Duration every) {

	private static final Duration WEEK = Duration.ofDays(7);

	RetentionSettings {
		if (updates.compareTo(WEEK) < 0) {
			throw new IllegalArgumentException("updates are kept for a week at least, not " + updates);
		}
	}

}
