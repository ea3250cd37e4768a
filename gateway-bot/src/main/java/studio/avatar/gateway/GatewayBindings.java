package studio.avatar.gateway;

import java.util.function.Consumer;

import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Receiving;
import studio.avatar.gateway.account.CreditsHandler;
import studio.avatar.gateway.reply.ReplyHandler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Everything the gateway hears: {@code chat.replies} from the domains,
 * {@code credits.requests} from those whose work costs; and updates, from Telegram.
 *
 * <p>
 * What it says goes through the outbox: {@code chat.training}, {@code chat.generation}
 * and {@code chat.gallery} for what people did, {@code credits.events} for what the
 * ledger did.
 */
@Configuration(proxyBeanMethods = false)
class GatewayBindings {

	@Bean
	Consumer<Message<byte[]>> chatReplies(Receiving receiving, ReplyHandler replies) {
		return receiving.of(Topic.CHAT_REPLIES, Reply.class, replies::on);
	}

	@Bean
	Consumer<Message<byte[]>> creditsRequests(Receiving receiving, CreditsHandler credits) {
		return receiving.inOrder(Topic.CREDITS_REQUESTS, CreditsRequest.class, credits::on);
	}

}
