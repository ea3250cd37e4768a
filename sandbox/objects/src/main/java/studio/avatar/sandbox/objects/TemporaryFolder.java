package studio.avatar.sandbox.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.backing.Guard;

/** A folder of this JVM that goes when the JVM is gone. */
final class TemporaryFolder {

	private TemporaryFolder() {
	}

	static Path create() {
		try {
			Path target = Path.of("target").toAbsolutePath();
			Path folder = Files.isDirectory(target) ? Files.createTempDirectory(target, "objects-")
					: Files.createTempDirectory("avatar-studio-objects-");
			Guard.ofThisJvm().removeAtTheEnd(folder);
			return folder;
		}
		catch (IOException ex) {
			throw new BackingException("No folder for the S3 server: " + ex.getMessage(), ex);
		}
	}

}
