package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrphanIT {

	@RepeatedTest(3)
	void aProcessWhoseOwnerIsGoneBeforeItIsWatchedEndsAtOnce() throws IOException {
		Process owner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), HaltingOwner.class.getName())
			.start();

		long orphan = Long.parseLong(owner.inputReader().readLine());

		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(living(orphan)).isEmpty());
	}

	private static Optional<ProcessHandle> living(long pid) {
		return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
	}

}
