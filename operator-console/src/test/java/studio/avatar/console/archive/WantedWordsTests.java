package studio.avatar.console.archive;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WantedWordsTests {

	@Test
	void allOfThemMustOccurWhateverTheirOrderAndCase() {
		WantedWords wanted = WantedWords.parse("Sunset BEACH 42");
		assertThat(wanted.allIn(Set.of("beach", "42", "sunset", "and"))).isTrue();
		assertThat(wanted.allIn(Set.of("beach", "sunset"))).isFalse();
	}

	@Test
	void aStarStandsForTheRestOfAWord() {
		WantedWords wanted = WantedWords.parse("wint*");
		assertThat(wanted.allIn(Set.of("winter"))).isTrue();
		assertThat(wanted.allIn(Set.of("mint"))).isFalse();
		assertThat(wanted.tsquery()).isEqualTo("'wint':*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "' or 1=1 --", "a'); drop table archived_event; --", "\\'x\\':*", "!!a & (b | c)" })
	void nothingButLettersAndDigitsReachesTheDatabase(String hostile) {
		assertThat(WantedWords.parse(hostile).tsquery())
			.matches("'[\\p{L}\\p{N}_]+'(:\\*)?( & '[\\p{L}\\p{N}_]+'(:\\*)?)*");
	}

	@Test
	void aTextWithoutAnyWordIsRefusedInASentence() {
		assertThatThrownBy(() -> WantedWords.parse("%%%")).isInstanceOf(UnusableSearch.class)
			.hasMessageContaining("no word");
	}

	@Test
	void aWordIsNeverCutWithinACharacter() {
		String letters = "x".repeat(63) + "\uD835\uDC9C" + "y";
		assertThat(SearchedWords.word(letters)).isEqualTo("x".repeat(63));
		assertThat(new SearchedWords().add(letters).all()).containsExactly("x".repeat(63));
	}

}
