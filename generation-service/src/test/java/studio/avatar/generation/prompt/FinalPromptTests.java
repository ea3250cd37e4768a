package studio.avatar.generation.prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import studio.avatar.common.contract.Gender;

import static org.assertj.core.api.Assertions.assertThat;

class FinalPromptTests {

	private static final String TRIGGER = "TOK_0a1b2c3d";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			at the beach                      | FEMALE | TOK_0a1b2c3d woman, at the beach
			at the beach                      | MALE   | TOK_0a1b2c3d man, at the beach
			at the beach                      | OTHER  | TOK_0a1b2c3d person, at the beach
			на берегу моря                    | FEMALE | TOK_0a1b2c3d woman, на берегу моря
			a young woman with a kite         | MALE   | TOK_0a1b2c3d, a young woman with a kite
			A MAN on a boat                   | FEMALE | TOK_0a1b2c3d, A MAN on a boat
			as a king on a throne             | MALE   | TOK_0a1b2c3d, as a king on a throne
			девушка в красном                 | FEMALE | TOK_0a1b2c3d, девушка в красном
			портрет молодого человека         | MALE   | TOK_0a1b2c3d, портрет молодого человека
			reading a manual in Germany       | MALE   | TOK_0a1b2c3d man, reading a manual in Germany
			in a shop window, womanly         | OTHER  | TOK_0a1b2c3d person, in a shop window, womanly
			парное молоко на столе            | MALE   | TOK_0a1b2c3d man, парное молоко на столе
			""")
	void saysWhoOnlyWhenTheWordsDoNot(String words, Gender gender, String prompt) {
		assertThat(FinalPrompt.of(words, TRIGGER, gender)).isEqualTo(prompt);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			portrait of TOK_0a1b2c3d in rain               | portrait of TOK_0a1b2c3d man in rain
			portrait of the man TOK_0a1b2c3d               | portrait of the man TOK_0a1b2c3d
			TOK_0a1b2c3d and TOK_0a1b2c3d TOK_0a1b2c3d run | TOK_0a1b2c3d man and run
			a TOK_0a1b2c3dX is another word                | TOK_0a1b2c3d man, a TOK_0a1b2c3dX is another word
			""")
	void theTriggerStandsExactlyOnce(String words, String prompt) {
		assertThat(FinalPrompt.of(words, TRIGGER, Gender.MALE)).isEqualTo(prompt);
	}

	@Test
	void theWordsStayAsTheyAre() {
		String words = "  odd   spacing,\n$1 \\backslash {braces} 🦊 ";

		String prompt = FinalPrompt.of(words, TRIGGER, Gender.OTHER);

		assertThat(prompt).isEqualTo(TRIGGER + " person, " + words);
	}

}
