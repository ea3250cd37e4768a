package studio.avatar.sandbox.launch.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.journal.Journal;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	private static final long MILLISECOND = 1_000_000;

	private final Journal journal = new Journal();

	@Test
	void aWaitIsCountedFromTheMomentThePressWasMeantToHappen() {
		called("editMessageText", 7, 30);

		Answers answers = Answers.among(List.of(press(7, 5)), this.journal.calls());

		assertThat(answers.latencies((press) -> true).percentile(50)).isEqualTo(25);
	}

	@Test
	void theAnswersOfAChatBelongToItsPressesInOrder() {
		called("sendMessage", 7, 10);
		called("sendMessage", 8, 15);
		called("sendMessage", 7, 40);

		Answers answers = Answers.among(List.of(press(7, 0), press(7, 20), press(8, 0)), this.journal.calls());

		assertThat(answers.latencies((press) -> press.person() == 7).percentile(100)).isEqualTo(20);
		assertThat(answers.latencies((press) -> press.person() == 8).percentile(100)).isEqualTo(15);
	}

	@Test
	void whatShowsNothingAnswersNothing() {
		called("sendChatAction", 7, 10);
		called("deleteMessage", 7, 11);

		assertThat(Answers.among(List.of(press(7, 0)), this.journal.calls()).missing()).isEqualTo(1);
	}

	@Test
	void ninetyNineOfAHundredAreNotLongerThanTheNinetyNinthPercentile() {
		Latencies waits = Latencies.of(LongStream.rangeClosed(1, 100).map((n) -> n * MILLISECOND));

		assertThat(waits.percentile(99)).isEqualTo(99);
		assertThat(waits.percentile(50)).isEqualTo(50);
		assertThat(waits.percentile(100)).isEqualTo(100);
	}

	private static Press press(long person, long milliseconds) {
		return new Press(person, Press.TO_SERVICE, milliseconds * MILLISECOND);
	}

	private void called(String method, long chat, long milliseconds) {
		this.journal.record(method, JsonMapper.shared().createObjectNode(), chat,
				JsonMapper.shared().createObjectNode().put("ok", true), Instant.EPOCH, milliseconds * MILLISECOND);
	}

}
