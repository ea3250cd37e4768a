package studio.avatar.common.talk;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private final Language language = new Language(new Texts("studio/avatar/common/text/samples"));

	@Test
	void wordsAreThoseOfTheLanguage() {
		assertThat(this.language.of("ru").text("photos", "n", 5)).isEqualTo("5 фотографий");
	}

	@Test
	void marksBecomeSpans() {
		assertThat(this.language.of("en").rich("title")).isEqualTo(RichText.empty().bold("Avatars"));
	}

	@Test
	void aButtonSaysItsWordsAndCarriesItsAction() {
		assertThat(this.language.of("en").button("photos", "training:photos", "n", 1))
			.isEqualTo(new Button("1 photo", "training:photos"));
	}

}
