package studio.avatar.gallery.manage;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptPagesTests {

	@Test
	void whatFitsIsOnePage() {
		assertThat(PromptPages.of("a pier", 6)).containsExactly("a pier");
	}

	@Test
	void pagesAreCutBehindASpace() {
		assertThat(PromptPages.of("a windy pier", 8)).containsExactly("a windy ", "pier");
	}

	@Test
	void aWordWithoutSpacesIsCutAnyway() {
		assertThat(PromptPages.of("lighthouse", 4)).containsExactly("ligh", "thou", "se");
	}

	@ParameterizedTest(name = "pages of {0}")
	@ValueSource(ints = { 2, 3, 5, 10, 31 })
	void noCharacterIsCutInTwoAndNothingIsLost(int limit) {
		String words = "\uD83D\uDE00 x\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 lighthouse \uD83D\uDE00".repeat(9);

		List<String> pages = PromptPages.of(words, limit);

		assertThat(String.join("", pages)).isEqualTo(words);
		assertThat(pages).allSatisfy((page) -> {
			assertThat(page.length()).isBetween(1, limit);
			assertThat(Character.isLowSurrogate(page.charAt(0))).isFalse();
		});
	}

	@Test
	void fourThousandEmojiFitTheirPages() {
		String words = "\uD83D\uDE00".repeat(4_096);

		assertThat(PromptPages.of(words, 3_200)).hasSize(3).allMatch((page) -> page.length() <= 3_200);
	}

}
