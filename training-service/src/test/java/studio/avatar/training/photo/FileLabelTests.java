package studio.avatar.training.photo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileLabelTests {

	@Test
	void anEmojiIsNeverCutInHalf() {
		String family = "👩‍👩‍👧";

		assertThat(FileLabel.of("x".repeat(39) + family + ".jpg")).isEqualTo("x".repeat(39) + family);
	}

	@Test
	void marksThatTurnTheTextAroundAreLeftOut() {
		assertThat(FileLabel.of("\u202egpj.eman\u202c\n")).isEqualTo("gpj.eman");
	}

	@Test
	void aNameOfNothingVisibleIsNone() {
		assertThat(FileLabel.of(" \u200f ")).isEmpty();
		assertThat(FileLabel.of(null)).isEmpty();
	}

}
