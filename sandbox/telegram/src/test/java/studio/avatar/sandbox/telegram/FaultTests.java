package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.fault.Fault;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

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

}
