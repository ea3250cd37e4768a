package studio.avatar.gateway.update;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the bot hears, and how. */
@Component
class UpdatesHealthIndicator implements HealthIndicator {

	private final UpdateSource source;

	UpdatesHealthIndicator(UpdateSource source) {
		this.source = source;
	}

	@Override
	public Health health() {
		return this.source.health();
	}

}
