package studio.avatar.common.media;

import java.io.IOException;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the store answers, for whoever looks at {@code /actuator/health}. It belongs to
 * no readiness: a service without its files still talks, and files come back.
 */
class MediaStoreHealthIndicator implements HealthIndicator {

	private final S3MediaStore store;

	MediaStoreHealthIndicator(S3MediaStore store) {
		this.store = store;
	}

	@Override
	public Health health() {
		try {
			this.store.checkBucket();
			return Health.up().build();
		}
		catch (IOException ex) {
			return Health.down().withDetail("reason", String.valueOf(ex.getMessage())).build();
		}
	}

}
