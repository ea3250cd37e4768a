package studio.avatar.common.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files wait on their way out, some for minutes, up to 1 GB each. It must lie on a
 * disk: a folder in memory counts as memory of the process, which is killed for it.
 * Several services may share one.
 *
 * @param path an existing folder that can be written to
 */
public record SpoolFolder(Path path) {

	/**
	 * Makes the folder where it is missing.
	 * @throws UnusableStore when there is none that we can write to
	 */
	static SpoolFolder at(String folder) throws UnusableStore {
		try {
			Path path = Files.createDirectories(Path.of(folder).toAbsolutePath());
			Files.delete(Files.createTempFile(path, "spool-", ".trial"));
			return new SpoolFolder(path);
		}
		catch (IOException ex) {
			throw new UnusableStore("no files can be spooled in " + folder + ": correct MEDIA_SPOOL_FOLDER", ex);
		}
	}

	/** An empty file that only this user can read; the caller deletes it. */
	Path newFile(String beginning, String ending) throws IOException {
		return Files.createTempFile(this.path, beginning, ending);
	}

}
