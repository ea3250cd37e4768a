package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.backing.Folder;

/**
 * The folder that holds everything a sandbox keeps, owned by one launcher at a time.
 */
final class SandboxFolder implements AutoCloseable {

	/** Below this much free space PostgreSQL or Kafka would fail halfway. */
	private static final long NEEDED_MEGABYTES = 500;

	private static final long BYTES_PER_MEGABYTE = 1_000_000;

	private static final String LOCK = "lock";

	private final Path folder;

	private final FileChannel channel;

	private SandboxFolder(Path folder, FileChannel channel) {
		this.folder = folder;
		this.channel = channel;
	}

	/**
	 * Takes the folder.
	 * @param fresh whether everything in it is forgotten first
	 * @throws SandboxException when it cannot be written, the disk is nearly full or
	 * another launcher has it
	 */
	static SandboxFolder take(Path folder, boolean fresh) {
		return take(folder, fresh, (path) -> Files.getFileStore(path).getUsableSpace());
	}

	static SandboxFolder take(Path folder, boolean fresh, Space space) {
		try {
			Files.createDirectories(folder);
			FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
					StandardOpenOption.READ, StandardOpenOption.WRITE);
			return prepared(folder, fresh, space, channel);
		}
		catch (IOException ex) {
			throw new SandboxException("The folder " + folder + " cannot be written: " + reason(ex), ex);
		}
	}

	private static SandboxFolder prepared(Path folder, boolean fresh, Space space, FileChannel channel)
			throws IOException {
		try {
			lock(folder, channel);
			if (fresh) {
				clear(folder);
			}
			checkSpace(folder, space);
			Files.createDirectories(folder.resolve("logs"));
			return new SandboxFolder(folder, channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private static void lock(Path folder, FileChannel channel) throws IOException {
		if (tryLock(channel) == null) {
			throw new SandboxException("Avatar Studio already runs from " + folder + " (process "
					+ Files.readString(folder.resolve(LOCK)).strip() + "): stop that one first");
		}
		channel.truncate(0);
		channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static void clear(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			for (Path entry : entries.filter((path) -> !path.endsWith(LOCK)).toList()) {
				Folder.delete(entry);
			}
		}
	}

	private static void checkSpace(Path folder, Space space) throws IOException {
		long megabytes = space.usable(folder) / BYTES_PER_MEGABYTE;
		if (megabytes < NEEDED_MEGABYTES) {
			throw new SandboxException("The disk is nearly full: " + folder + " has " + megabytes + " MB left and "
					+ NEEDED_MEGABYTES + " MB are needed");
		}
	}

	private static String reason(IOException failure) {
		return failure.getClass().getSimpleName().replace("Exception", "") + " " + failure.getMessage();
	}

	Path of(String name) {
		return this.folder.resolve(name);
	}

	Path log(String part) {
		return this.folder.resolve("logs").resolve(part + ".log");
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new SandboxException("The lock on " + this.folder + " cannot be released: " + reason(ex), ex);
		}
	}

	/** How many bytes can still be written to a folder. */
	@FunctionalInterface
	interface Space {

		long usable(Path folder) throws IOException;

	}

}
