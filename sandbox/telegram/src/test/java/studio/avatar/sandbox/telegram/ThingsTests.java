package studio.avatar.sandbox.telegram;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.sandbox.telegram.person.Thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people do beside texts, photos and files. */
class ThingsTests {

	private TelegramSimulator telegram;

	private BotClient bot;

	private SimulatedPerson anna;

	@BeforeEach
	void start() {
		this.telegram = TelegramSimulator.start();
		this.bot = new BotClient(this.telegram);
		this.anna = this.telegram.person(42, "Anna", "en");
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@ParameterizedTest
	@EnumSource(Thing.class)
	void theBotIsToldWhatWasSent(Thing thing) {
		this.anna.sends(thing);

		assertThat(update("message").has(thing.name().toLowerCase(Locale.ROOT))).isTrue();
	}

	@Test
	void anAnimationIsADocumentToo() {
		this.anna.sends(Thing.ANIMATION);

		assertThat(update("message").has("document")).isTrue();
	}

	@Test
	void anEditIsAnUpdateOfItsOwnAndChangesTheChat() {
		this.anna.sends("helo");

		this.anna.edits(this.anna.messages().getFirst(), "hello");

		assertThat(update("edited_message").path("text").asString()).isEqualTo("hello");
		assertThat(this.anna.messages()).extracting(SimulatedMessage::text).containsExactly("hello");
	}

	@Test
	void onlyTheirOwnMessageCanBeEdited() {
		this.bot.result("sendMessage", "{'chat_id': 42, 'text': 'mine'}");
		SimulatedMessage ofTheBot = this.anna.messages().getFirst();

		assertThatThrownBy(() -> this.anna.edits(ofTheBot, "changed")).hasMessageContaining("of theirs");
	}

	@Test
	void aForwardedPhotoSaysWhereItIsFrom() {
		this.anna.forwardsPhoto(Pictures.png(640, 640));

		JsonNode message = update("message");
		assertThat(message.path("forward_origin").path("type").asString()).isEqualTo("hidden_user");
		assertThat(message.path("photo").isEmpty()).isFalse();
	}

	@Test
	void anyShapeCanBeGivenToTheBot() {
		this.telegram.inject("channel_post", JsonMapper.shared().createObjectNode().put("message_id", 1));

		assertThat(update("channel_post").path("message_id").asInt()).isEqualTo(1);
	}

	private JsonNode update(String type) {
		return this.bot.result("getUpdates", "{}")
			.valueStream()
			.filter((update) -> update.has(type))
			.findFirst()
			.orElseThrow()
			.path(type);
	}

}
