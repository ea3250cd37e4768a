package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import studio.avatar.sandbox.backing.Folder;

/**
 * A service's jar with its libraries beside it instead of inside, which halves the work
 * of starting it and lets a build replace the jar while the service runs. Made once per
 * build, next to the jar.
 */
final class UnpackedJar {

	private static final String PREFIX = "unpacked-";

	private final Path jar;

	private UnpackedJar(Path jar) {
		this.jar = jar;
	}

	/** The jar to run; one without libraries inside runs as it is. */
	static Path of(Path jar) {
		try {
			return new UnpackedJar(jar).toRun();
		}
		catch (IOException ex) {
			throw new SandboxException(jar + " cannot be unpacked: " + ex.getMessage(), ex);
		}
	}

	private Path toRun() throws IOException {
		if (!hasLibrariesInside()) {
			return this.jar;
		}
		Path unpacked = this.jar.resolveSibling(PREFIX + fingerprint());
		if (!Files.isDirectory(unpacked)) {
			deleteOlder();
			unpack(unpacked);
		}
		return unpacked.resolve(this.jar.getFileName());
	}

	private boolean hasLibrariesInside() throws IOException {
		try (ZipFile entries = new ZipFile(this.jar.toFile())) {
			return entries.getEntry("BOOT-INF/") != null;
		}
	}

	private String fingerprint() throws IOException {
		return Files.getLastModifiedTime(this.jar).toMillis() + "-" + Files.size(this.jar);
	}

	/** Unpacks aside: another launcher may do the same, and the first to finish wins. */
	private void unpack(Path unpacked) throws IOException {
		Path aside = Files.createTempDirectory(this.jar.getParent(), "unpacking-");
		Process tool = new ProcessBuilder(Java.program(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar",
				this.jar.toString(), "extract", "--destination", aside.toString(), "--force")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		await(tool);
		try {
			Files.move(aside, unpacked);
		}
		catch (IOException ex) {
			Folder.delete(aside);
			if (!Files.isDirectory(unpacked)) {
				throw ex;
			}
		}
	}

	private static void await(Process tool) throws IOException {
		try {
			if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
				tool.destroyForcibly();
				throw new IOException("the extract tool failed; is the disk full?");
			}
		}
		catch (InterruptedException ex) {
			tool.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	/** What earlier builds left, unless a process still runs from it. */
	private void deleteOlder() throws IOException {
		List<String> running = ProcessHandle.allProcesses()
			.map((process) -> process.info().commandLine().orElse(""))
			.toList();
		try (Stream<Path> siblings = Files.list(this.jar.getParent())) {
			siblings.filter((path) -> path.getFileName().toString().startsWith(PREFIX))
				.filter((path) -> running.stream().noneMatch((line) -> line.contains(path.toString())))
				.forEach(Folder::delete);
		}
	}

}
