package studio.avatar.training;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.ProviderCallback;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.credits.CreditsHandler;
import studio.avatar.common.messaging.Receiving;
import studio.avatar.training.chat.ChatHandler;
import studio.avatar.training.run.RunCallbacks;

/**
 * Every topic in and out.
 * <p>
 * Hears {@link Topic#CHAT_TRAINING} (what people did about avatars),
 * {@link Topic#CREDITS_EVENTS} (what the ledger did) and {@link Topic#PROVIDER_CALLBACKS}
 * (what the provider says by itself). Says {@link Topic#CHAT_REPLIES},
 * {@link Topic#TRAINING_EVENTS} and {@link Topic#CREDITS_REQUESTS}.
 */
@Configuration(proxyBeanMethods = false)
class TrainingBindings {

	@Bean
	Consumer<Message<byte[]>> chatTraining(Receiving receiving, ChatHandler chat) {
		return receiving.of(Topic.CHAT_TRAINING, ChatEvent.class, chat::on);
	}

	@Bean
	Consumer<Message<byte[]>> providerCallbacks(Receiving receiving, RunCallbacks runs) {
		return receiving.of(Topic.PROVIDER_CALLBACKS, ProviderCallback.class, runs::on);
	}

	@Bean
	Consumer<Message<byte[]>> creditsEvents(Receiving receiving, CreditsHandler credits) {
		return receiving.of(Topic.CREDITS_EVENTS, CreditsEvent.class, credits::on);
	}

}
