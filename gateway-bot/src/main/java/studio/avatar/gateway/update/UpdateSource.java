package studio.avatar.gateway.update;

import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;

/** Where updates come from: asked for, or brought. */
sealed interface UpdateSource extends SmartLifecycle permits UpdatePoller, WebhookRegistration {

	/** Down only when the bot hears nothing and nobody works on it. */
	Health health();

}
