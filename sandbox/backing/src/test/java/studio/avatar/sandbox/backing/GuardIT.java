package studio.avatar.sandbox.backing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GuardIT {

	@TempDir
	private Path folder;

	private Process owner;

	private List<ProcessHandle> owned;

	@BeforeEach
	void startAnOwner() throws IOException {
		Files.createDirectory(this.folder.resolve("target"));
		this.owner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Owner.class.getName())
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.start();
		BufferedReader said = this.owner.inputReader();
		this.owned = said.lines()
			.filter((line) -> line.startsWith("pid "))
			.limit(2)
			.map((line) -> ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow())
			.toList();
	}

	@AfterEach
	void endTheOwner() {
		this.owner.destroyForcibly();
	}

	@Test
	void brokerAndDatabaseEndWithAnOwnerThatIsKilled() {
		this.owner.destroyForcibly();

		await().atMost(Duration.ofSeconds(15)).untilAsserted(this::nothingIsLeft);
	}

	@Test
	void brokerAndDatabaseEndWithAnOwnerThatEndsInOrder() {
		this.owner.destroy();

		await().atMost(Duration.ofSeconds(15)).untilAsserted(this::nothingIsLeft);
	}

	private void nothingIsLeft() throws IOException {
		assertThat(this.owned).hasSize(2).noneMatch(ProcessHandle::isAlive);
		try (Stream<Path> folders = Files.list(this.folder.resolve("target"))) {
			assertThat(folders).isEmpty();
		}
	}

}
