package studio.avatar.training.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Inspects one file in a JVM of its own and says what it found; for memory that the
 * test's own JVM does not have.
 */
final class SmallMemory {

	private SmallMemory() {
	}

	public static void main(String[] arguments) throws IOException {
		PhotoInspection inspection = new PhotoInspection(new PhotoSettings(10, 20, 512, 2048, DataSize.ofMegabytes(20),
				60_000_000, 16_000_000, 1, Duration.ofSeconds(20), Duration.ofSeconds(1)));
		System.out.println(switch (inspection.inspect(Files.readAllBytes(Path.of(arguments[0])))) {
			case Finding.Good good -> "good %d x %d".formatted(good.width(), good.height());
			case Finding.Bad bad -> "bad " + bad.fault();
		});
	}

}
