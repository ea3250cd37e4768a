package studio.avatar.gateway.update;

import io.micrometer.core.instrument.MeterRegistry;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One variable decides: with an address Telegram brings updates, without it we ask. */
@Configuration(proxyBeanMethods = false)
class UpdateSources {

	@Bean
	UpdateSource updateSource(WebhookSettings webhook, WebhookSecret secret, TelegramApi telegram, Intake intake,
			PollLease lease, Listening listening, MeterRegistry meters) {
		return webhook.isWanted() ? new WebhookRegistration(telegram, webhook, secret)
				: new UpdatePoller(telegram, intake, lease, listening, meters);
	}

}
