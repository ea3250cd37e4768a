package studio.avatar.gateway.update;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when nobody asks Telegram for updates any more: then the bot hears nothing. */
@Component
class UpdatePollerHealthIndicator implements HealthIndicator {

	private final UpdatePoller poller;

	UpdatePollerHealthIndicator(UpdatePoller poller) {
		this.poller = poller;
	}

	@Override
	public Health health() {
		return this.poller.isAlive() ? Health.up().build()
				: Health.down().withDetail("reason", "nobody asks Telegram for updates").build();
	}

}
