package studio.avatar.gateway.note;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoteTests {

	@Test
	void whatADatabaseCannotKeepIsLeftOut() {
		assertThat(Note.of("bad \0 name \uD83D!")).isEqualTo("bad  name \uFFFD!");
	}

	@Test
	void aLongErrorIsCutBetweenCharacters() {
		assertThat(Note.of("x" + "🙂".repeat(600))).hasSize(999).endsWith("🙂");
		assertThat(Note.of("x".repeat(1_000))).hasSize(1_000);
	}

	@Test
	void noWordsStayNoWords() {
		assertThat(Note.of(null)).isNull();
	}

}
