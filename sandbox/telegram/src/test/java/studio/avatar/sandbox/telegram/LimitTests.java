package studio.avatar.sandbox.telegram;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.rate.Limits;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who says too much in too short a time is refused without anybody asking for it.
 */
@Timeout(30)
class LimitTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final TelegramSimulator telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory(),
			this.now::get);

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@BeforeEach
	void count() {
		this.telegram.limits().set(new Limits(Duration.ofSeconds(1), 3, 6, 4));
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aBurstPassesAndTheNextMessageHasToWait() {
		say(7, 3);
		JsonNode refused = send(7);
		assertThat(refused.path("error_code").asInt()).isEqualTo(429);
		assertThat(refused.at("/parameters/retry_after").asInt()).isEqualTo(1);
		assertThat(this.ann.messages()).hasSize(3);
	}

	@Test
	void afterTheWaitOneMoreMayPass() {
		say(7, 3);
		send(7);
		pass(Duration.ofSeconds(1));
		say(7, 1);
		assertThat(send(7).path("error_code").asInt()).isEqualTo(429);
	}

	@Test
	void whoDoesNotWaitIsRefusedUntilTheWaitIsOver() {
		say(7, 3);
		pass(Duration.ofMillis(100));
		send(7);
		pass(Duration.ofMillis(950));
		assertThat(send(7).path("error_code").asInt()).isEqualTo(429);
		pass(Duration.ofMillis(50));
		say(7, 1);
	}

	@Test
	void manyChatsTogetherRunIntoTheLimitOverAll() {
		IntStream.rangeClosed(1, 7).forEach((id) -> this.telegram.person(id, "P" + id, "en"));
		IntStream.rangeClosed(1, 6).forEach((id) -> say(id, 1));
		assertThat(send(7).path("error_code").asInt()).isEqualTo(429);
		pass(Duration.ofSeconds(1));
		say(7, 1);
	}

	@Test
	void noSecondOverAllSeesMoreWhereverItBegins() {
		IntStream.rangeClosed(1, 8).forEach((id) -> this.telegram.person(id, "P" + id, "en"));
		say(1, 1);
		pass(Duration.ofMillis(500));
		IntStream.rangeClosed(2, 6).forEach((id) -> say(id, 1));
		pass(Duration.ofMillis(500));
		say(7, 1);
		assertThat(send(8).path("error_code").asInt()).isEqualTo(429);
	}

	@Test
	void aGroupTakesSoManyAMinute() {
		SimulatedRoom group = this.telegram.room(Room.Kind.GROUP, "Friends", this.ann);
		group.places(this.ann, Standing.MEMBER);
		say(group.id(), 4);
		pass(Duration.ofSeconds(20));
		assertThat(send(group.id()).at("/parameters/retry_after").asInt()).isEqualTo(40);
		pass(Duration.ofSeconds(40));
		say(group.id(), 4);
		assertThat(send(group.id()).path("error_code").asInt()).isEqualTo(429);
	}

	@Test
	void editsAndChatActionsAreNotCounted() {
		say(7, 3);
		long message = this.ann.lastFromBot().orElseThrow().messageId();
		this.bot.result("editMessageText", "{'chat_id': 7, 'message_id': " + message + ", 'text': 'edited'}");
		this.bot.result("sendChatAction", "{'chat_id': 7, 'action': 'typing'}");
	}

	@Test
	void askingForTheSameUpdatesAtOnceGivesOneAndWaits() {
		this.ann.sends("one");
		this.ann.sends("two");
		assertThat(this.bot.result("getUpdates", "{}")).hasSize(2);
		assertThat(this.bot.result("getUpdates", "{}")).hasSize(1);
		pass(Duration.ofMillis(600));
		JsonNode both = this.bot.result("getUpdates", "{}");
		assertThat(both).hasSize(2);
		String next = "{'offset': " + (both.path(1).path("update_id").asLong() + 1) + "}";
		this.bot.result("getUpdates", next);
		CompletableFuture<JsonNode> again = this.bot.callLater("getUpdates", next);
		this.ann.sends("three");
		assertThat(again.join().path("result")).hasSize(1);
	}

	@Test
	void anotherProcessSetsAndReadsTheLimits() throws Exception {
		assertThat(control("POST", "{\"chatBurst\": 1}")).isEqualTo(
				"{\"refused\":0,\"perChatMillis\":1000,\"chatBurst\":1,\"overallPerSecond\":30,\"groupPerMinute\":20}");
		say(7, 1);
		send(7);
		assertThat(control("DELETE", "")).isEqualTo("{\"refused\":1}");
		say(7, 5);
	}

	private String control(String verb, String body) {
		return BotClient.send(HttpRequest.newBuilder(this.telegram.url().resolve("/control/limits"))
			.header("Content-Type", "application/json")
			.method(verb, BodyPublishers.ofString(body))
			.build());
	}

	private void pass(Duration time) {
		this.now.updateAndGet((instant) -> instant.plus(time));
	}

	private void say(long chatId, int times) {
		IntStream.range(0, times)
			.forEach((time) -> assertThat(send(chatId).path("ok").asBoolean()).as("message %s", time + 1).isTrue());
	}

	private JsonNode send(long chatId) {
		return this.bot.call("sendMessage", "{'chat_id': " + chatId + ", 'text': 'x'}");
	}

}
