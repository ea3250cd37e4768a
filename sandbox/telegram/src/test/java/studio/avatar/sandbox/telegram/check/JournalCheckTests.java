package studio.avatar.sandbox.telegram.check;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import studio.avatar.sandbox.telegram.journal.Journal;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JournalCheckTests {

	private static final String MESSAGE = "{'message_id': 1, 'date': 1, 'chat': {'id': 7, 'type': 'private'}";

	private final Journal journal = new Journal();

	private JournalCheck check;

	@BeforeEach
	void find() {
		this.check = JournalCheck.find().orElseThrow(() -> new TestAbortedException(JournalCheck.LEFT_OUT));
	}

	@Test
	void aRightCallIsNotComplainedOf() {
		called("sendMessage", "{'chat_id': 7, 'text': 'a', 'reply_markup': {'inline_keyboard': "
				+ "[[{'text': 'Go', 'callback_data': 'go'}]]}}", "{'ok': true, 'result': " + MESSAGE + "}}");

		assertThat(this.check.complaints(this.journal)).isEmpty();
	}

	@Test
	void aParameterThatIsMissingWrongOrUnknownIsNoticed() {
		called("sendMessage", "{'chat_id': true, 'words': 'a'}", "{'ok': true, 'result': " + MESSAGE + "}}");

		assertThat(this.check.complaints(this.journal)).containsExactlyInAnyOrder("sendMessage: text is missing",
				"sendMessage: not of type Integer: true", "sendMessage: there is no parameter words");
	}

	@Test
	void aWrongFieldDeepInAParameterIsNoticed() {
		called("sendMessage", "{'chat_id': 7, 'text': 'a', 'entities': [{'type': 'bold', 'offset': '0', 'length': 1}]}",
				"{'ok': true, 'result': " + MESSAGE + "}}");

		assertThat(this.check.complaints(this.journal)).containsExactly("sendMessage: not of type Integer: \"0\"");
	}

	@Test
	void anAnswerThatTelegramWouldNotGiveIsNoticed() {
		called("sendMessage", "{'chat_id': 7, 'text': 'a'}",
				"{'ok': true, 'result': " + MESSAGE + ", 'mood': 'good'}}");
		called("getMe", "{}", "{'ok': true, 'result': {'id': 5, 'first_name': 'Bot'}}");

		assertThat(this.check.complaints(this.journal)).containsExactly("sendMessage: Message has no field mood",
				"getMe: User lacks is_bot");
	}

	@Test
	void aRefusalNeedsItsCodeAndWords() {
		called("getMe", "{}", "{'ok': false, 'error_code': 429, 'description': 'Too Many Requests: retry after 3', "
				+ "'parameters': {'retry_after': 'soon'}}");
		called("getMe", "{}", "{'ok': false}");

		assertThat(this.check.complaints(this.journal)).containsExactly("getMe: not of type Integer: \"soon\"",
				"getMe: a refusal without code or words: {\"ok\":false}");
	}

	@Test
	void anUploadMustBeNamedByAnotherParameter() {
		called("sendMediaGroup",
				"{'chat_id': 7, 'media': [{'type': 'photo', 'media': 'attach://a'}], "
						+ "'a': {'file': 'a.png', 'bytes': 3}, 'b': {'file': 'b.png', 'bytes': 3}}",
				"{'ok': true, 'result': [" + MESSAGE + "}]}");

		assertThat(this.check.complaints(this.journal)).containsExactly("sendMediaGroup: there is no parameter b");
	}

	@Test
	void aCallIsLookedAtOnce() {
		called("makeCoffee", "{}", "{'ok': false, 'error_code': 404, 'description': 'Not Found'}");
		List<String> first = this.check.complaints(this.journal);

		List<String> second = this.check.complaints(this.journal);

		assertThat(first).containsExactly("the Bot API has no method makeCoffee");
		assertThat(second).isEmpty();
	}

	private void called(String method, String parameters, String answer) {
		this.journal.record(method, JsonMapper.shared().readTree(parameters.replace('\'', '"')), 7L,
				JsonMapper.shared().readTree(answer.replace('\'', '"')), Instant.EPOCH, 0);
	}

}
