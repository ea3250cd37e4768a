package studio.avatar.training;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.credits.CreditsHandler;
import studio.avatar.common.messaging.Receiving;
import studio.avatar.training.chat.ChatHandler;

/**
 * Every topic in and out.
 * <p>
 * Hears {@link Topic#CHAT_TRAINING} (what people did about avatars) and
 * {@link Topic#CREDITS_EVENTS} (what the ledger did). Says {@link Topic#CHAT_REPLIES},
 * {@link Topic#TRAINING_EVENTS} and {@link Topic#CREDITS_REQUESTS}.
 */
@Configuration(proxyBeanMethods = false)
class TrainingBindings {

	@Bean
	Consumer<Message<byte[]>> chatTraining(Receiving receiving, ChatHandler chat) {
		return receiving.of(Topic.CHAT_TRAINING, ChatEvent.class, chat::on);
	}

	@Bean
	Consumer<Message<byte[]>> creditsEvents(Receiving receiving, CreditsHandler credits) {
		return receiving.of(Topic.CREDITS_EVENTS, CreditsEvent.class, credits::on);
	}

}
