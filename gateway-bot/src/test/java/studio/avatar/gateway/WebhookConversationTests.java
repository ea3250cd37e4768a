package studio.avatar.gateway;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything a person sees stays the same when Telegram brings the updates. */
@SpringBootTest(classes = GatewayBotApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT, properties = {
		"studio.account.welcome-credits=200", "studio.intake.download-timeout=6s", "studio.reply.longest-pause=300ms" })
class WebhookConversationTests extends GatewayConversationTests {

	private static final int PORT = Port.free();

	@DynamicPropertySource
	static void webhook(DynamicPropertyRegistry registry) {
		registry.add("server.port", () -> PORT);
		registry.add("TELEGRAM_WEBHOOK_URL", () -> "http://127.0.0.1:" + PORT + "/webhooks/telegram");
	}

	@Test
	void updatesAreBroughtAndNobodyAsksForThem() {
		long before = TELEGRAM.journal().calls("getUpdates").size();

		somebodyKnown();

		assertThat(TELEGRAM.journal().calls("getUpdates")).hasSize((int) before);
		assertThat(TELEGRAM.journal().calls("setWebhook").getLast().parameters().path("allowed_updates").toString())
			.isEqualTo("[\"message\",\"edited_message\",\"channel_post\",\"callback_query\",\"my_chat_member\"]");
	}

	@Test
	void whatTelegramBringsAgainIsAnsweredOnce() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().duplicateNextUpdate();

		anna.sends("/create once");
		anna.sends("/create twice");

		awaiting().untilAsserted(
				() -> assertThat(wire().heard(Topic.CHAT_GENERATION, anna.id(), ChatEvent.CommandIssued.class))
					.extracting(ChatEvent.CommandIssued::arguments)
					.containsExactly("once", "twice"));
	}

	@Test
	void anAlbumThatComesPartByPartIsOneEventAndKeepsItsPlace() {
		SimulatedPerson anna = somebodyKnown();
		wire().publish(Topic.CHAT_REPLIES, anna.id(), new Reply.ShowCard(anna.id(), "training.draft.1", null,
				Card.of(RichText.of("Send photos")), Expectation.photos("training:photos:1")));
		awaitMessage(anna, "Send photos");

		anna.sendsAlbum(List.of(png(1), png(2), png(3), png(4)));
		anna.sends("/avatars");

		awaiting().untilAsserted(() -> assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id()))
			.extracting((envelope) -> envelope.event().getClass().getSimpleName())
			.containsExactly("PhotosSent", "CommandIssued"));
	}

}
