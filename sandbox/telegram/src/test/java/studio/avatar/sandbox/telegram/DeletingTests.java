package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that go away.
 */
class DeletingTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final TelegramSimulator telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory(),
			this.now::get);

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void theBotDeletesItsOwnMessageAndThePersons() {
		this.ann.sends("mine");
		say("yours");
		this.bot.result("deleteMessages", "{'chat_id': 7, 'message_ids': [1, 2, 99]}");
		assertThat(this.ann.messages()).isEmpty();
	}

	@Test
	void aDeletedMessageIsNotFoundAgain() {
		say("once");
		this.bot.result("deleteMessage", "{'chat_id': 7, 'message_id': 1}");
		assertThat(this.bot.refusal("deleteMessage", "{'chat_id': 7, 'message_id': 1}"))
			.isEqualTo("400 Bad Request: message to delete not found");
	}

	@Test
	void aMessageOlderThanTwoDaysStays() {
		say("old");
		this.now.updateAndGet((instant) -> instant.plus(Duration.ofHours(48)).plusSeconds(1));
		assertThat(this.bot.refusal("deleteMessage", "{'chat_id': 7, 'message_id': 1}"))
			.isEqualTo("400 Bad Request: message can't be deleted");
		assertThat(this.ann.messages()).hasSize(1);
	}

	@Test
	void moreThanAHundredAtOnceAreRefused() {
		String ids = "1" + ", 1".repeat(100);
		assertThat(this.bot.refusal("deleteMessages", "{'chat_id': 7, 'message_ids': [" + ids + "]}"))
			.isEqualTo("400 Bad Request: too many message identifiers specified");
	}

	private void say(String text) {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': '" + text + "'}");
	}

}
