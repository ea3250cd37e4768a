package studio.avatar.sandbox.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies on this machine. */
public final class Project {

	private Project() {
	}

	/**
	 * The nearest folder, from the working directory upwards, that holds {@code mvnw}.
	 */
	public static Path root() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.exists(folder.resolve("mvnw"))) {
				return folder;
			}
		}
		throw new SandboxException("Run this from inside the project: there is no mvnw here or above");
	}

}
