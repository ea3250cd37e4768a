package studio.avatar.sandbox.provider.painting;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaptionTests {

	private static final double WIDTH = 200;

	@Test
	void aTextBreaksAtItsSpacesAndLosesNothing() {
		String text = "the quick brown fox jumps over the lazy dog";

		List<String> lines = Caption.wrap(text, WIDTH, 10);

		assertThat(lines).hasSizeGreaterThan(1).allMatch((line) -> Lettering.width(line) <= WIDTH);
		assertThat(String.join(" ", lines)).isEqualTo(text);
	}

	@Test
	void aWordLongerThanALineIsBrokenAnywhere() {
		List<String> lines = Caption.wrap("m".repeat(60), WIDTH, 100);

		assertThat(lines).allMatch((line) -> Lettering.width(line) <= WIDTH);
		assertThat(String.join("", lines)).isEqualTo("m".repeat(60));
	}

	@Test
	void aTextThatIsTooLongEndsInAnEllipsis() {
		assertThat(Caption.wrap("word ".repeat(100), WIDTH, 3)).hasSize(3).last().asString().endsWith("…");
	}

	@Test
	void aTextOfNothingIsOneEmptyLine() {
		assertThat(Caption.wrap("  ", WIDTH, 3)).containsExactly("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz",
			"0123456789.,:;!?()[]+-=/_%&#*", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" })
	void everyLetterHasAShapeOfItsOwn(String letters) {
		String unknown = path("漢");

		assertThat(letters.codePoints().mapToObj(Character::toString).map(CaptionTests::path)).doesNotContain(unknown)
			.doesNotHaveDuplicates();
	}

	@Test
	void anAccentThatIsUnknownIsLeftAway() {
		assertThat(path("é")).isEqualTo(path("e"));
	}

	private static String path(String letter) {
		StringBuilder points = new StringBuilder();
		double[] at = new double[6];
		for (var i = Lettering.shape(letter).getPathIterator(null); !i.isDone(); i.next()) {
			points.append(i.currentSegment(at)).append(Arrays.toString(at));
		}
		return points.toString();
	}

}
