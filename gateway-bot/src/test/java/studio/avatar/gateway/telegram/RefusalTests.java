package studio.avatar.gateway.telegram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			429 | Too Many Requests: retry after 5                                       | FLOOD
			403 | Forbidden: bot was blocked by the user                                 | BLOCKED
			403 | Forbidden: user is deactivated                                         | BLOCKED
			403 | Forbidden: bot was kicked from the supergroup chat                     | BLOCKED
			400 | Bad Request: have no rights to send a message                          | BLOCKED
			400 | Bad Request: group chat was upgraded to a supergroup chat              | MOVED
			400 | Bad Request: chat not found                                            | BLOCKED
			400 | Bad Request: message is not modified: specified new message content    | NOT_MODIFIED
			400 | Bad Request: message to edit not found                                 | MESSAGE_GONE
			400 | Bad Request: message can't be deleted for everyone                     | MESSAGE_GONE
			400 | Bad Request: there is no text in the message to edit                   | MESSAGE_GONE
			400 | Bad Request: query is too old and response timeout expired             | PRESS_TOO_OLD
			400 | Bad Request: wrong file identifier/HTTP URL specified                  | FILE_ID
			400 | Bad Request: file is too big                                           | FILE_TOO_BIG
			409 | Conflict: terminated by other getUpdates request                       | CONFLICT
			401 | Unauthorized                                                           | UNAUTHORIZED
			400 | Bad Request: PHOTO_INVALID_DIMENSIONS                                  | FILE
			400 | Bad Request: IMAGE_PROCESS_FAILED                                      | FILE
			400 | Bad Request: wrong type of the web page content                        | FILE
			413 | Request Entity Too Large                                               | FILE
			400 | Bad Request: TOPIC_CLOSED                                              | OTHER
			400 | Bad Request: BUTTON_DATA_INVALID                                       | OTHER
			""")
	void wordsAreReadAsWhatTheyMean(int code, String description, Refusal meaning) {
		assertThat(Refusal.of(code, description)).isEqualTo(meaning);
	}

	@Test
	void capitalsMakeNoDifference() {
		assertThat(Refusal.of(400, "BAD REQUEST: MESSAGE IS NOT MODIFIED")).isEqualTo(Refusal.NOT_MODIFIED);
	}

}
