package studio.avatar.generation;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.ProviderCallback;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.credits.CreditsHandler;
import studio.avatar.common.messaging.Receiving;
import studio.avatar.generation.avatar.AvatarProjection;
import studio.avatar.generation.chat.ChatHandler;
import studio.avatar.generation.generation.GenerationCallbacks;

/**
 * Every topic in and out.
 *
 * <p>
 * Hears {@code chat.generation} (what people did), {@code training.events} (which avatars
 * there are), {@code credits.events} (whether its work is paid for) and
 * {@code provider.callbacks} (what the provider says by itself). Says, through the
 * outbox: {@code chat.replies}, {@code credits.requests}, {@code generation.events}.
 */
@Configuration(proxyBeanMethods = false)
class GenerationBindings {

	@Bean
	Consumer<Message<byte[]>> chatGeneration(Receiving receiving, ChatHandler chat) {
		return receiving.of(Topic.CHAT_GENERATION, ChatEvent.class, chat::on);
	}

	@Bean
	Consumer<Message<byte[]>> trainingEvents(Receiving receiving, AvatarProjection avatars) {
		return receiving.projection(Topic.TRAINING_EVENTS, TrainingEvent.class, avatars::on);
	}

	@Bean
	Consumer<Message<byte[]>> providerCallbacks(Receiving receiving, GenerationCallbacks generations) {
		return receiving.of(Topic.PROVIDER_CALLBACKS, ProviderCallback.class, generations::on);
	}

	@Bean
	Consumer<Message<byte[]>> creditsEvents(Receiving receiving, CreditsHandler credits) {
		return receiving.of(Topic.CREDITS_EVENTS, CreditsEvent.class, credits::on);
	}

}
