package studio.avatar.sandbox.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A simulator in a process of its own that a test can kill: writes its address to a file
 * and waits.
 */
final class KilledSimulator {

	static final Pace PACE = new Pace(Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(4));

	private KilledSimulator() {
	}

	static FalSimulator.Settings settings(Path folder) {
		return new FalSimulator.Settings(0, "test-key", folder, PACE);
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path folder = Path.of(args[0]);
		FalSimulator fal = FalSimulator.start(settings(folder));
		Path half = Files.writeString(folder.resolve("address.half"), fal.queueUrl().toString());
		Files.move(half, folder.resolve("address"));
		new CountDownLatch(1).await();
	}

	static Process start(Path folder) throws IOException {
		String java = ProcessHandle.current().info().command().orElseThrow();
		return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), KilledSimulator.class.getName(),
				folder.toString())
			.inheritIO()
			.start();
	}

}
