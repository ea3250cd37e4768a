package studio.avatar.common.messaging;

import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

import studio.avatar.common.probe.Probe;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;

import static org.assertj.core.api.Assertions.assertThatException;

class StartIT {

	private final Backing backing = Backing.shared();

	private final Database database = this.backing.database("starting");

	@Test
	void aFunctionForATopicOfOthersEndsTheStart() {
		assertThatException().isThrownBy(() -> start(Map.of("studio.service", "generation")))
			.withMessageContaining("generation does not hear ChatEvent from chat.gallery");
	}

	@Test
	void aTopicWithoutItsFunctionEndsTheStart() {
		assertThatException()
			.isThrownBy(() -> start(Map.of(),
					(context) -> context
						.addBeanFactoryPostProcessor((beans) -> context.removeBeanDefinition("trainingEvents"))))
			.withMessage("gallery would not hear training.events: it has no function trainingEvents");
	}

	@Test
	void aServiceThatIsNotInTheCatalogueDoesNotStart() {
		assertThatException().isThrownBy(() -> start(Map.of("studio.service", "weather")))
			.withMessage("no service is called weather");
	}

	@Test
	void aBrokerThatIsNotThereEndsTheStart() {
		assertThatException()
			.isThrownBy(() -> start(Map.of("KAFKA_BROKERS", "127.0.0.1:1", "spring.kafka.admin.operation-timeout", "2s",
					"spring.kafka.admin.properties.default.api.timeout.ms", "2000")));
	}

	private void start(Map<String, String> settings) {
		start(settings, (context) -> {
		});
	}

	private void start(Map<String, String> settings, Consumer<GenericApplicationContext> beans) {
		Probe.start(this.backing.kafkaBrokers(), this.database, (envelope, outbox) -> {
		}, settings, beans).close();
	}

}
