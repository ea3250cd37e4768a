package studio.avatar.sandbox.backing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ParameterizedClass(name = "{0}")
@MethodSource("studio.avatar.sandbox.backing.Kinds#present")
class GuardIT {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Parameter
	private Servers kind;

	@TempDir
	private Path folder;

	private Process owner;

	private List<String> owned;

	@BeforeEach
	void startAnOwner() throws IOException {
		Files.createDirectory(this.folder.resolve("target"));
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dbacking=" + this.kind.name(), "-cp", System.getProperty("java.class.path"), Owner.class.getName())
			.directory(this.folder.toFile())
			.redirectErrorStream(true);
		this.owner = builder.start();
		BufferedReader said = this.owner.inputReader();
		this.owned = said.lines().filter((line) -> line.matches("(process|container) \\w+")).limit(2).toList();
	}

	@AfterEach
	void endTheOwner() {
		this.owner.destroyForcibly();
	}

	@Test
	void brokerAndDatabaseEndWithAnOwnerThatIsKilled() {
		this.owner.destroyForcibly();

		await().atMost(PATIENCE).untilAsserted(this::nothingIsLeft);
	}

	@Test
	void brokerAndDatabaseEndWithAnOwnerThatEndsInOrder() {
		this.owner.destroy();

		await().atMost(PATIENCE).untilAsserted(this::nothingIsLeft);
	}

	private void nothingIsLeft() throws IOException {
		assertThat(this.owned).hasSize(2).noneMatch(GuardIT::isThere);
		try (Stream<Path> folders = Files.list(this.folder.resolve("target"))) {
			assertThat(folders).isEmpty();
		}
	}

	private static boolean isThere(String mark) {
		String id = mark.substring(mark.indexOf(' ') + 1);
		return mark.startsWith("process")
				? ProcessHandle.of(Long.parseLong(id)).filter(ProcessHandle::isAlive).isPresent()
				: containerIsThere(id);
	}

	private static boolean containerIsThere(String id) {
		try {
			return Engine.client().inspectContainerCmd(id).exec().getId().equals(id);
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

}
