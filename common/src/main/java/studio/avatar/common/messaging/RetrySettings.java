package studio.avatar.common.messaging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How often a record is tried once more before it is parked. Its partition waits
 * meanwhile.
 *
 * @param attempts after the first one, 1 to 6
 * @param firstPause before the first of these, 1 ms to 2 s; each later pause is twice as
 * long
 */
@ConfigurationProperties("studio.retries")
record RetrySettings(@DefaultValue("4") int attempts, @DefaultValue("200ms") Duration firstPause) {

	private static final int MOST_ATTEMPTS = 6;

	private static final long LONGEST_MILLIS = 2_000;

	RetrySettings {
		if (attempts < 1 || attempts > MOST_ATTEMPTS || firstPause.toMillis() < 1
				|| firstPause.toMillis() > LONGEST_MILLIS) {
			throw new IllegalArgumentException(
					"studio.retries: 1 to 6 attempts, the first after a pause of 1 ms to 2 s");
		}
	}

	BackOff backOff() {
		ExponentialBackOff backOff = new ExponentialBackOff(this.firstPause.toMillis(), 2);
		backOff.setMaxAttempts(this.attempts);
		return backOff;
	}

}
