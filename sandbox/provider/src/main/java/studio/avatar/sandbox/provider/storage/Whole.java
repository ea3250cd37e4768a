package studio.avatar.sandbox.provider.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file wholly or not at all, so that a killed simulator never reads half of one.
 */
public final class Whole {

	private Whole() {
	}

	public static void write(Path file, InputStream bytes) throws IOException {
		Path half = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".half");
		try {
			Files.copy(bytes, half);
			Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(half);
		}
	}

}
