package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxFolderTests {

	@TempDir
	private Path project;

	@Test
	void aSecondLauncherIsRefusedAndTheFirstOneNamed() {
		try (SandboxFolder first = SandboxFolder.take(folder(), false)) {
			assertThatThrownBy(() -> SandboxFolder.take(folder(), false)).isInstanceOf(SandboxException.class)
				.hasMessage("Avatar Studio already runs from " + first.of("") + " (process "
						+ ProcessHandle.current().pid() + "): stop that one first");
		}
	}

	@Test
	void theFolderIsFreeAgainOnceItIsClosed() {
		SandboxFolder.take(folder(), false).close();

		assertThatCode(() -> SandboxFolder.take(folder(), false).close()).doesNotThrowAnyException();
	}

	@Test
	void freshForgetsEverything() throws IOException {
		Files.createDirectories(folder().resolve("postgres/data"));
		Files.writeString(folder().resolve("postgres/data/PG_VERSION"), "18");

		SandboxFolder.take(folder(), true).close();

		assertThat(folder().resolve("postgres")).doesNotExist();
	}

	@Test
	void freshForgetsNothingOfALauncherThatRuns() throws IOException {
		try (SandboxFolder running = SandboxFolder.take(folder(), false)) {
			Files.createDirectories(running.of("postgres"));

			assertThatThrownBy(() -> SandboxFolder.take(folder(), true)).isInstanceOf(SandboxException.class);

			assertThat(running.of("postgres")).exists();
		}
	}

	@Test
	void withoutFreshEverythingStays() throws IOException {
		Files.createDirectories(folder().resolve("kafka/data"));

		SandboxFolder.take(folder(), false).close();

		assertThat(folder().resolve("kafka/data")).exists();
	}

	@Test
	void aDiskThatIsNearlyFullIsSaidWithNumbers() {
		assertThatThrownBy(() -> SandboxFolder.take(folder(), false, (path) -> 312_000_000L))
			.isInstanceOf(SandboxException.class)
			.hasMessage("The disk is nearly full: " + folder() + " has 312 MB left and 500 MB are needed");
	}

	@Test
	void afterARefusalTheFolderIsFree() {
		assertThatThrownBy(() -> SandboxFolder.take(folder(), false, (path) -> 0L))
			.isInstanceOf(SandboxException.class);

		assertThatCode(() -> SandboxFolder.take(folder(), false).close()).doesNotThrowAnyException();
	}

	@Test
	void aFileInThePlaceOfTheFolderIsSaid() throws IOException {
		Files.writeString(folder(), "not a folder");

		assertThatThrownBy(() -> SandboxFolder.take(folder(), false)).isInstanceOf(SandboxException.class)
			.hasMessageContaining("The folder " + folder() + " cannot be written");
	}

	private Path folder() {
		return this.project.resolve(".sandbox");
	}

}
