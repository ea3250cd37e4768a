package studio.avatar.console.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessSettingsTests {

	private static final String HASH = "$2y$10$" + "a".repeat(53);

	@Test
	void usersInOneLineHaveNameRolesAndHash() {
		AccessSettings settings = of("anna:viewer:" + HASH + "  bert:operator,Approver:{bcrypt}" + HASH);

		assertThat(settings.users()).containsExactly(new ConsoleUser("anna", HASH, Set.of(Role.VIEWER)),
				new ConsoleUser("bert", HASH, Set.of(Role.OPERATOR, Role.APPROVER)));
	}

	@Test
	void whatIsPrintedHasNoHash() {
		assertThat(of("anna:viewer:" + HASH).toString()).contains("anna").doesNotContain("$2y$");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "anna:viewer:secret|no bcrypt hash of a password", "anna:boss:HASH|Roles are viewer",
					"anna:HASH|name:roles:hash", "anna:viewer:HASH anna:operator:HASH|Two users have one name",
					"an/na:viewer:HASH|A user's name", "anna:viewer:WEAK|cost outside of 10 to 14" })
	void whatCannotBeMeantIsSaidInWords(String line, String words) {
		assertThatThrownBy(() -> of(line.replace("HASH", HASH).replace("WEAK", HASH.replace("$10$", "$04$"))))
			.isInstanceOf(UnusableUsers.class)
			.hasMessageContaining(words)
			.hasMessageNotContaining("secret");
	}

	private static AccessSettings of(String line) {
		return new AccessSettings(List.of(), line, Duration.ofMinutes(30), 5, Duration.ofMinutes(1));
	}

}
