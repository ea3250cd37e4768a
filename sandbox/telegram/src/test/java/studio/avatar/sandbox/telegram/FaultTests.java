package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.fault.Aim;
import studio.avatar.sandbox.telegram.fault.Fault;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What goes wrong on demand.
 */
class FaultTests {

	private static final String HELLO = "{'chat_id': 7, 'text': 'hello'}";

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aFloodWaitSaysHowLongAndDoesNothing() {
		this.telegram.faults().next("sendMessage", Fault.floodWait(3));
		assertThat(this.bot.call("sendMessage", HELLO).toString()).isEqualTo("{\"ok\":false,\"error_code\":429,"
				+ "\"description\":\"Too Many Requests: retry after 3\",\"parameters\":{\"retry_after\":3}}");
		assertThat(this.ann.messages()).isEmpty();
	}

	@Test
	void faultsWaitInOrderAndThenAllIsWell() {
		this.telegram.faults().next("sendMessage", Fault.serverError(502));
		this.telegram.faults().next("sendMessage", Fault.refused(400, "Bad Request: no"));
		assertThat(this.bot.refusal("sendMessage", HELLO)).isEqualTo("502 Bad Gateway");
		assertThat(this.bot.refusal("sendMessage", HELLO)).isEqualTo("400 Bad Request: no");
		assertThat(this.bot.call("sendMessage", HELLO).path("ok").asBoolean()).isTrue();
	}

	@Test
	void aCutConnectionHidesWhatWasDone() {
		this.telegram.faults().next("sendMessage", Fault.cutAfterSuccess());
		assertThatException().isThrownBy(() -> this.bot.call("sendMessage", HELLO));
		assertThat(this.ann.messages()).hasSize(1);
		assertThat(this.telegram.journal().calls("sendMessage").getFirst().ok()).isTrue();
	}

	@Test
	void aSlowAnswerComesAfterItsDelay() {
		this.telegram.faults().next("sendMessage", Fault.slow(Duration.ofMillis(300)));
		long before = System.nanoTime();
		this.bot.result("sendMessage", HELLO);
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void aBlockedChatIsForbidden() {
		this.telegram.faults().blocked(7);
		assertThat(this.bot.refusal("sendMessage", HELLO)).startsWith("403");
		this.telegram.faults().unblocked(7);
		assertThat(this.bot.call("sendMessage", HELLO).path("ok").asBoolean()).isTrue();
	}

	@Test
	void aDoubledUpdateComesAgainAfterItWasConfirmed() {
		this.telegram.faults().duplicateNextUpdate();
		this.ann.sends("twice");
		this.ann.sends("once");
		List<JsonNode> first = this.bot.result("getUpdates", "{}").valueStream().toList();
		long next = first.getLast().path("update_id").asLong() + 1;
		JsonNode again = this.bot.result("getUpdates", "{'offset': " + next + "}");
		assertThat(again.valueStream().toList()).containsExactly(first.getFirst());
		assertThat(this.bot.result("getUpdates", "{'offset': " + next + "}").isEmpty()).isTrue();
	}

	@Test
	void doubledUpdatesComeAgainHoweverFewAreAskedFor() {
		this.telegram.faults().duplicateNextUpdate();
		this.ann.sends("one");
		this.telegram.faults().duplicateNextUpdate();
		this.ann.sends("two");
		long next = this.bot.result("getUpdates", "{}").path(1).path("update_id").asLong() + 1;
		String few = "{'limit': 1, 'offset': " + next + "}";
		assertThat(List.of(this.bot.result("getUpdates", few), this.bot.result("getUpdates", few)))
			.extracting((updates) -> updates.at("/0/message/text").asString())
			.containsExactly("one", "two");
	}

	@Test
	void aCutBeforeAnythingWasDoneDoesNothing() {
		this.telegram.faults().next("sendMessage", Fault.cutBefore());
		assertThatException().isThrownBy(() -> this.bot.call("sendMessage", HELLO));
		assertThat(this.ann.messages()).isEmpty();
	}

	@Test
	void aFaultComesAfterSoManyCallsAndSoOften() {
		this.telegram.faults().plan(Aim.next("sendMessage").after(1).times(2), Fault.serverError(500));
		assertThat(codes(5)).containsExactly(0, 500, 500, 0, 0);
	}

	@Test
	void aFaultIsMeantForOneChatAndLasts() {
		this.telegram.person(8, "Bob", "en");
		this.telegram.faults().plan(Aim.everythingIn(7), Fault.floodWait(5));
		assertThat(codes(3)).containsExactly(429, 429, 429);
		assertThat(this.bot.call("sendMessage", "{'chat_id': 8, 'text': 'x'}").path("ok").asBoolean()).isTrue();
		this.telegram.faults().clear();
		assertThat(codes(1)).containsExactly(0);
	}

	@Test
	void aFaultForAMethodThatIsNotServedIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.telegram.faults().next("sendMesage", Fault.serverError(500)))
			.withMessage("no method is served that is called sendMesage");
	}

	@Test
	void everythingCanGoWrongAtOnce() {
		this.telegram.faults().plan(Aim.everything(), Fault.serverError(503));
		assertThat(this.bot.refusal("getMe", "{}")).isEqualTo("503 Service Unavailable");
		assertThat(codes(1)).containsExactly(503);
	}

	@Test
	void anUpdateThatIsHeldBackComesLateAndAfterOthers() {
		SimulatedPerson bob = this.telegram.person(8, "Bob", "en");
		this.telegram.faults().chats().hold(7);
		this.ann.sends("early");
		bob.sends("late");
		assertThat(texts()).containsExactly("late");
		this.telegram.faults().chats().release(7);
		assertThat(texts()).containsExactly("late", "early");
	}

	@Test
	void aForgottenFileIdIsWrongForTheBotAndStillThereForPeople() {
		this.ann.sendsPhoto(Pictures.jpeg(100, 100), null);
		String fileId = this.bot.result("getUpdates", "{}")
			.at("/0/message/photo")
			.valueStream()
			.toList()
			.getLast()
			.path("file_id")
			.asString();
		this.telegram.faults().chats().forgetFile(fileId);
		assertThat(this.bot.refusal("getFile", "{'file_id': '" + fileId + "'}"))
			.isEqualTo("400 Bad Request: wrong file_id or the file is temporarily unavailable");
		assertThat(this.bot.refusal("sendPhoto", "{'chat_id': 7, 'photo': '" + fileId + "'}"))
			.startsWith("400 Bad Request: wrong file identifier");
		assertThat(this.ann.file(fileId)).isNotEmpty();
	}

	@Test
	void aCutWebhookIsTriedUntilItIsMended() {
		try (BotEndpoint endpoint = new BotEndpoint()) {
			this.telegram.faults().chats().cutWebhook(true);
			this.bot.result("setWebhook", "{'url': '" + endpoint.url() + "'}");
			this.ann.sends("hello");
			Awaitility.await()
				.until(() -> this.bot.result("getWebhookInfo", "{}")
					.path("last_error_message")
					.asString("")
					.equals("Connection timed out"));
			assertThat(endpoint.texts()).isEmpty();
			this.telegram.faults().chats().cutWebhook(false);
			Awaitility.await().untilAsserted(() -> assertThat(endpoint.texts()).containsExactly("hello"));
		}
	}

	private List<Integer> codes(int calls) {
		return IntStream.range(0, calls)
			.map((call) -> this.bot.call("sendMessage", HELLO).path("error_code").asInt(0))
			.boxed()
			.toList();
	}

	private List<String> texts() {
		return this.bot.result("getUpdates", "{}")
			.valueStream()
			.map((update) -> update.at("/message/text").asString())
			.toList();
	}

}
