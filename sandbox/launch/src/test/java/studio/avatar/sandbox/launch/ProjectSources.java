package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The sources and pages of the whole project, for tests that hold them against each
 * other.
 */
final class ProjectSources {

	private static final Path ROOT = root();

	private ProjectSources() {
	}

	/** A page of the project, {@code docs/lessons.md}. */
	static String page(String name) {
		return text(ROOT.resolve(name));
	}

	/** Java sources of every module that lie under {@code src/<kind>}. */
	static List<Path> java(String kind) {
		Path part = Path.of("src", kind, "java");
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> file.toString().contains(part.toString()))
				.filter((file) -> !file.toString().contains("target"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path root() {
		Path at = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(at.resolve("docs"))) {
			at = Objects.requireNonNull(at.getParent(), "no folder docs above");
		}
		return at;
	}

}
