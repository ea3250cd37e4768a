package studio.avatar.sandbox.telegram;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands somewhere is sent again.
 */
class CopyingTests {

	private static final String FROM_ANN = "{'chat_id': 8, 'from_chat_id': 7, 'message_id': ";

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final SimulatedPerson bob = this.telegram.person(8, "Bob", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aCopyIsTheBotsOwnAndMayHaveAnotherCaption() {
		this.ann.sendsPhoto(Pictures.jpeg(100, 100), "hers");
		JsonNode copy = this.bot.result("copyMessage", FROM_ANN + last() + ", 'caption': 'mine'}");
		SimulatedMessage seen = this.bob.lastFromBot().orElseThrow();
		assertThat(copy.path("message_id").asLong()).isEqualTo(seen.messageId());
		assertThat(seen.text()).isEqualTo("mine");
		assertThat(seen.photoFileId()).isEqualTo(this.ann.messages().getLast().photoFileId());
	}

	@Test
	void aForwardedMessageNamesWhoSaidIt() {
		this.ann.sends("hello");
		JsonNode forwarded = this.bot.result("forwardMessage", FROM_ANN + last() + "}");
		assertThat(forwarded.at("/forward_origin/sender_user/id").asLong()).isEqualTo(7);
		assertThat(forwarded.path("text").asString()).isEqualTo("hello");
		assertThat(Specification.load().complaints(List.of("Message"), forwarded)).isEmpty();
	}

	@Test
	void whatIsNotThereOrProtectedIsNotSentAgain() {
		assertThat(this.bot.refusal("copyMessage", FROM_ANN + "99}"))
			.isEqualTo("400 Bad Request: message to copy not found");
		assertThat(this.bot.refusal("forwardMessage", FROM_ANN + "99}"))
			.isEqualTo("400 Bad Request: message to forward not found");
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'secret', 'protect_content': true}");
		assertThat(this.bot.refusal("forwardMessage", FROM_ANN + last() + "}"))
			.isEqualTo("400 Bad Request: message can't be forwarded");
	}

	private long last() {
		return this.ann.messages().getLast().messageId();
	}

}
