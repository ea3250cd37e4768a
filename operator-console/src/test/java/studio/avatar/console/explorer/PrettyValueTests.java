package studio.avatar.console.explorer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.ArchivedRecord;

import static org.assertj.core.api.Assertions.assertThat;

class PrettyValueTests {

	@Test
	void jsonIsIndentedAndItsNumbersStayWhatTheyAre() {
		PrettyValue value = PrettyValue.of(record("{\"seed\":12345678901234567890.125}"));
		assertThat(value.text()).contains("12345678901234567890.125").contains("\n");
		assertThat(value.cut()).isFalse();
	}

	@Test
	void deepJsonIsCutWhileItIsIndentedAndNotAfterwards() {
		String deep = "[".repeat(400) + "1,".repeat(100_000) + "1" + "]".repeat(400);
		PrettyValue value = PrettyValue.of(record(deep));
		assertThat(value.cut()).isTrue();
		assertThat(value.text()).hasSize(200_000);
	}

	private static ArchivedRecord record(String json) {
		return new ArchivedRecord(new Place("chat.replies", 0, 1), Instant.EPOCH, null, null, null, null, null, null,
				null, Map.of(), json.getBytes(StandardCharsets.UTF_8), json);
	}

}
