package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandLineTests {

	@Test
	void withoutOptionsTheChatIsOnPort8080AndDataAreKept() {
		assertThat(CommandLine.parse(List.of())).isEqualTo(new CommandLine(8080, 0, false));
	}

	@Test
	void everyOptionIsHeard() {
		assertThat(CommandLine.parse(List.of("--fresh", "--port", "8090", "--console-port", "8091")))
			.isEqualTo(new CommandLine(8090, 8091, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "65536", "http" })
	void whatIsNoPortIsRefused(String word) {
		assertThatThrownBy(() -> CommandLine.parse(List.of("--port", word)))
			.hasMessage("--port needs a number from 1 to 65535, not \"" + word + "\"");
		assertThatThrownBy(() -> CommandLine.parse(List.of("--console-port", word)))
			.hasMessageStartingWith("--console-port needs");
	}

	@Test
	void anUnknownOptionIsRefusedAndTheHelpNamed() {
		assertThatThrownBy(() -> CommandLine.parse(List.of("--frehs"))).hasMessageContaining("--frehs")
			.hasMessageContaining("--help");
	}

	@Test
	void theHelpTellsEveryOption() throws IOException {
		assertThat(Files.readString(Path.of("help.txt"))).contains("--fresh", "--port", "--console-port", "--no-build",
				"--bench", "--help");
	}

}
