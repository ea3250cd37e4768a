package studio.avatar.generation.prompt;

import org.junit.jupiter.api.Test;

import studio.avatar.generation.prompt.PromptWords.Accepted;
import studio.avatar.generation.prompt.PromptWords.TooLong;
import studio.avatar.generation.prompt.PromptWords.TooShort;

import static org.assertj.core.api.Assertions.assertThat;

class PromptWordsTests {

	@Test
	void anEmojiCountsOnce() {
		assertThat(PromptWords.of("🦊".repeat(2000))).isEqualTo(new Accepted("🦊".repeat(2000)));
		assertThat(PromptWords.of("🦊".repeat(2001))).isEqualTo(new TooLong(2001));
		assertThat(PromptWords.of("🦊🦊")).isEqualTo(new TooShort(2));
	}

	@Test
	void spaceAroundDoesNotCount() {
		assertThat(PromptWords.of("   a \n")).isEqualTo(new TooShort(1));
	}

	@Test
	void linesStayAndWhatNobodyCanWriteGoes() {
		assertThat(PromptWords.of("one\u0000 line\nan\uD800other\u0007")).isEqualTo(new Accepted("one line\nanother"));
	}

}
