package studio.avatar.sandbox.provider.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a simulator keeps what it has: a folder of its user, or one of its own that goes
 * when it closes.
 */
public final class Folder implements AutoCloseable {

	private final Path root;

	private final boolean ours;

	private Folder(Path root, boolean ours) {
		this.root = root;
		this.ours = ours;
	}

	/** Absent means a folder of its own. */
	public static Folder at(@Nullable Path path) {
		try {
			return (path != null) ? new Folder(Files.createDirectories(path), false)
					: new Folder(Files.createTempDirectory("fal-simulator"), true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot use the folder " + path + ": " + ex.getMessage(), ex);
		}
	}

	public Path root() {
		return this.root;
	}

	public Path sub(String name) {
		try {
			return Files.createDirectories(this.root.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (!this.ours) {
			return;
		}
		try (Stream<Path> all = Files.walk(this.root)) {
			List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
			for (Path path : deepestFirst) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			this.root.toFile().deleteOnExit();
		}
	}

}
