package studio.avatar.common.provider;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

import studio.avatar.common.contract.ServiceName;

/** The provider's queue and storage, for services that set {@code studio.fal.enabled}. */
@AutoConfiguration
@ConditionalOnClass(RestClient.class)
@ConditionalOnProperty("studio.fal.enabled")
@EnableConfigurationProperties(FalSettings.class)
class ProviderAutoConfiguration {

	@Bean
	JobCallbacks jobCallbacks(FalSettings settings, ServiceName service) {
		return new JobCallbacks(settings, service);
	}

	@Bean
	FalQueue falQueue(FalSettings settings, JobCallbacks callbacks, MeterRegistry meters) {
		return new FalQueue(settings, callbacks, meters);
	}

	@Bean
	FalStorage falStorage(FalSettings settings, MeterRegistry meters) {
		return new FalStorage(settings, meters);
	}

}
