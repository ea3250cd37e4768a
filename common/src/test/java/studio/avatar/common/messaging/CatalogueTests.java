package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogueTests {

	@Test
	void everyTopicHasWhoSpeaksAndWhoHears() {
		assertThat(Topic.values()).allSatisfy((topic) -> {
			assertThat(topic.producers()).isNotEmpty();
			assertThat(topic.consumers()).isNotEmpty().doesNotContainAnyElementsOf(topic.producers());
			assertThat(topic.family().isSealed()).isTrue();
		});
	}

	@Test
	void aServiceBindsAFunctionForEachTopicItHears() {
		MockEnvironment environment = new MockEnvironment().withProperty("studio.service", "gallery");

		new CatalogueBindings().postProcessEnvironment(environment, new SpringApplication());

		assertThat(environment.getProperty("spring.cloud.function.definition"))
			.isEqualTo("chatGallery;trainingEvents;generationEvents;operatorCommands");
		assertThat(environment.getProperty("spring.cloud.stream.bindings.chatGallery-in-0.destination"))
			.isEqualTo("chat.gallery");
		assertThat(environment.getProperty("spring.cloud.stream.bindings.chatGallery-in-0.group"))
			.isEqualTo("gallery/chat.gallery");
	}

	@Test
	void whoIsNoServiceGetsNoBindings() {
		StandardEnvironment environment = new StandardEnvironment();

		new CatalogueBindings().postProcessEnvironment(environment, new SpringApplication());

		assertThat(environment.getPropertySources().contains("catalogue")).isFalse();
	}

	@Test
	void aServiceCreatesWhatItHearsAndSaysAndItsParkedTopic() {
		assertThat(TopicCreation.topicsOf(ServiceName.GALLERY)).extracting(NewTopic::name)
			.containsExactlyInAnyOrder("chat.gallery", "chat.replies", "training.events", "generation.events",
					"operator.commands", "operator.reports", "gallery.parked", "gallery.replay");
	}

	@Test
	void recordsOfEveryTopicCarryTheBrokersTime() {
		assertThat(TopicCreation.topicsOf(ServiceName.GALLERY)).allSatisfy(
				(topic) -> assertThat(topic.configs()).containsEntry("message.timestamp.type", "LogAppendTime"));
	}

	@Test
	void aSignOfLifeWaitsBehindNoOutcomesOfAReplay() {
		assertThat(Topic.OPERATOR_REPORTS.producers()).extracting((service) -> partition(service.id()))
			.doesNotContain(partition(Outbox.SIGNS_OF_LIFE));
		assertThat(Topic.OPERATOR_REPORTS.producers()).extracting((service) -> OutboxRelay.shardOf(service.id()))
			.doesNotContain(OutboxRelay.shardOf(Outbox.SIGNS_OF_LIFE));
	}

	private static int partition(String key) {
		return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8),
				Topic.OPERATOR_REPORTS.partitions());
	}

	@Test
	void functionNamesAreTheTopicsInCamelCase() {
		assertThat(Arrays.stream(Topic.values()).map(Topic::functionName)).doesNotHaveDuplicates()
			.contains("chatReplies", "creditsRequests", "generationEvents");
	}

	@Test
	void aServiceNobodyKnowsIsRefused() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ServiceName.of("weather"))
			.withMessage("no service is called weather");
	}

}
