package studio.avatar.gateway.reply;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import studio.avatar.common.contract.Button;

import static org.assertj.core.api.Assertions.assertThat;

class KeyboardRowsTests {

	/** Rows between slashes, buttons between bars. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Yes|No                                        ; Yes|No
			1|2|3/4|5|6/7|8|9                             ; 1|2|3/4|5|6/7|8|9
			1|2|3|4|5|6|7|8                               ; 1|2|3|4|5|6|7|8
			1|2|3|4|5|6|7|8|9                             ; 1|2|3|4|5|6|7|8/9
			❤️ Favourite|📝 Prompt|🗑 Delete              ; ❤️ Favourite|📝 Prompt|🗑 Delete
			❤️ В избранное|📝 Описание|🗑 Удалить         ; ❤️ В избранное|📝 Описание/🗑 Удалить
			Show me the whole long prompt|Back            ; Show me the whole long prompt/Back
			Back|Menu|Show me the whole long prompt       ; Back|Menu/Show me the whole long prompt
			数字を選んでください|数字を選んでください         ; 数字を選んでください|数字を選んでください
			数字を選んでください!|数字を選んでください         ; 数字を選んでください!/数字を選んでください
			🇰🇿🇩🇪|👨‍👩‍👧‍👦👍🏽|e|1|2|3                            ; 🇰🇿🇩🇪|👨‍👩‍👧‍👦👍🏽|e|1|2|3
			""")
	void aRowIsBrokenOnlyWhereItsLabelsWouldBeCut(String wanted, String fitted) {
		assertThat(shown(KeyboardRows.fit(keyboard(wanted)))).isEqualTo(fitted);
	}

	@Test
	void noButtonIsLostOrMoved() {
		List<Button> row = IntStream.range(0, 30).mapToObj((i) -> button("label ".repeat(i % 9 + 1).strip())).toList();

		List<List<Button>> fitted = KeyboardRows.fit(List.of(row));

		assertThat(fitted.stream().flatMap(List::stream)).containsExactlyElementsOf(row);
		assertThat(fitted).allMatch((buttons) -> buttons.size() <= KeyboardRows.WIDEST_ROW);
	}

	@Test
	void noButtonsAreNoRows() {
		assertThat(KeyboardRows.fit(List.of())).isEmpty();
	}

	private static List<List<Button>> keyboard(String rows) {
		return Arrays.stream(rows.split("/"))
			.map((row) -> Arrays.stream(row.split("\\|")).map(KeyboardRowsTests::button).toList())
			.toList();
	}

	private static Button button(String label) {
		return new Button(label, "menu:main");
	}

	private static String shown(List<List<Button>> rows) {
		return rows.stream()
			.map((row) -> row.stream().map(Button::label).collect(Collectors.joining("|")))
			.collect(Collectors.joining("/"));
	}

}
