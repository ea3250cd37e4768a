package studio.avatar.common.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GraphemesTests {

	private static final String FAMILY = "👨‍👩‍👧‍👦";

	@Test
	void whatFitsStaysAsItIs() {
		assertThat(Graphemes.shorten("x".repeat(200), 200)).isEqualTo("x".repeat(200));
	}

	@Test
	void whatIsTooLongEndsBetweenCharactersAsPeopleSeeThem() {
		assertThat(Graphemes.shorten(FAMILY.repeat(20), 200)).isEqualTo(FAMILY.repeat(18) + "…");
		assertThat(Graphemes.shorten("🇰🇿".repeat(51), 200)).isEqualTo("🇰🇿".repeat(49) + "…");
	}

	@Test
	void noSpaceStandsBeforeTheEnd() {
		assertThat(Graphemes.shorten("one two three", 9)).isEqualTo("one two…");
	}

	@Test
	void aCharacterWithoutEndIsBrokenBetweenCodePoints() {
		assertThat(Graphemes.shorten("a" + "\u0301".repeat(300), 200)).hasSize(200).endsWith("…");
		assertThat(Graphemes.shorten("🙂" + "\u200D🙂".repeat(100), 200)).doesNotMatch(".*[\\ud800-\\udbff]…");
	}

}
