package studio.avatar.common.probe;

import java.util.function.Consumer;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.GenerationEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.Receiving;

/** Hears what the gallery hears; what it does with chat events is the test's. */
@SpringBootApplication
class ProbeApplication {

	@Bean
	Consumer<Message<byte[]>> chatGallery(Receiving receiving, Outbox outbox, Probe.Behaviour behaviour) {
		return behaviour.inOrder()
				? receiving.inOrder(Topic.CHAT_GALLERY, ChatEvent.class, (envelope) -> behaviour.on(envelope, outbox))
				: receiving.of(Topic.CHAT_GALLERY, ChatEvent.class, (envelope) -> behaviour.on(envelope, outbox));
	}

	@Bean
	Consumer<Message<byte[]>> trainingEvents(Receiving receiving, Outbox outbox, Probe.Behaviour behaviour) {
		return receiving.remembering(Topic.TRAINING_EVENTS, TrainingEvent.class,
				(envelope) -> behaviour.onTraining(envelope, outbox));
	}

	@Bean
	Consumer<Message<byte[]>> generationEvents(Receiving receiving, Outbox outbox, Probe.Behaviour behaviour) {
		return receiving.projection(Topic.GENERATION_EVENTS, GenerationEvent.class,
				(envelope) -> behaviour.onGeneration(envelope, outbox));
	}

}
