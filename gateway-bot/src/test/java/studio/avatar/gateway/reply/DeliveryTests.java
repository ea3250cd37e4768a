package studio.avatar.gateway.reply;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTests {

	@Test
	void anAnswerIsWorthPlainWordsUnlessItIsForAGroup() {
		assertThat(answerIn(7).isWorthPlainWords()).isTrue();
		assertThat(answerIn(-7).isWorthPlainWords()).isFalse();
	}

	private static Delivery answerIn(long chatId) {
		Reply reply = new Reply.ShowCard(chatId, "card", null, Card.of(RichText.of("words")), null);
		return new Delivery(1, chatId, reply, "c", 0, 0, Duration.ZERO, false, Urgency.ANSWER, Duration.ZERO);
	}

}
