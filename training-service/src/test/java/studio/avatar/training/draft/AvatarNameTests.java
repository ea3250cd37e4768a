package studio.avatar.training.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.training.draft.AvatarName.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class AvatarNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "Anna", "Анна-Мария", "明子", "<b>Bob</b>", "O'Neil", "A1", "👩‍🚀👩‍🚀", "محمد" })
	void ordinaryNamesOfAllPeopleAreAccepted(String name) {
		assertThat(AvatarName.of(name)).isEqualTo(new AvatarName.Accepted(name));
	}

	@Test
	void whiteSpaceAroundAndBetweenIsFolded() {
		assertThat(AvatarName.of("  Anna \u00a0  Maria ")).isEqualTo(new AvatarName.Accepted("Anna Maria"));
	}

	@Test
	void thirtyCharactersAreFineAndThirtyOneAreNot() {
		assertThat(AvatarName.of("x".repeat(30))).isInstanceOf(AvatarName.Accepted.class);
		assertThat(AvatarName.of("x".repeat(31))).isEqualTo(new AvatarName.Refused(Fault.TOO_LONG));
	}

	@Test
	void anEmojiIsOneCharacterHoweverItIsBuilt() {
		assertThat(AvatarName.of("👩‍🚀")).isEqualTo(new AvatarName.Refused(Fault.TOO_SHORT));
		assertThat(AvatarName.of("👩‍🚀".repeat(30))).isInstanceOf(AvatarName.Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "\u200d\u200d" })
	void whatCannotBeSeenOrIsOneCharacterIsTooShort(String name) {
		assertThat(AvatarName.of(name)).isEqualTo(new AvatarName.Refused(Fault.TOO_SHORT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "An\nna", "An\tna", "an\u0000na", "safe\u202egnp", "\u2066Anna\u2069", "Anna\u200f" })
	void controlAndDirectionCharactersAreRefused(String name) {
		assertThat(AvatarName.of(name)).isEqualTo(new AvatarName.Refused(Fault.STRANGE_CHARACTERS));
	}

	@Test
	void anUnpairedSurrogateIsRefused() {
		assertThat(AvatarName.of("An" + (char) 0xd83d + "na"))
			.isEqualTo(new AvatarName.Refused(Fault.STRANGE_CHARACTERS));
	}

	@Test
	void aTowerOfMarksIsTooLong() {
		assertThat(AvatarName.of("Z" + "\u0351".repeat(200) + "algo"))
			.isEqualTo(new AvatarName.Refused(Fault.TOO_LONG));
	}

}
