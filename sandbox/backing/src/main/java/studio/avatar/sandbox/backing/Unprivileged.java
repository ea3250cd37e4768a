package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Under root its commands run in a user namespace
 * where they are nobody; where such namespaces are off, they run as the user
 * {@code nobody}, who then owns the folder.
 */
final class Unprivileged {

	private static final String NOBODY = "65534";

	private static final List<String> NAMESPACE = List.of("unshare", "-U");

	private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY,
			"--clear-groups");

	private final List<String> prefix;

	private Unprivileged(List<String> prefix) {
		this.prefix = prefix;
	}

	static Unprivileged over(Path folder) {
		if (!"root".equals(System.getProperty("user.name"))) {
			return new Unprivileged(List.of());
		}
		if (succeeds(NAMESPACE, "true")) {
			return new Unprivileged(NAMESPACE);
		}
		if (succeeds(List.of(), "chown", "-R", NOBODY + ":" + NOBODY, folder.toString())
				&& succeeds(AS_NOBODY, "ls", folder.toString())) {
			return new Unprivileged(AS_NOBODY);
		}
		throw new BackingException("PostgreSQL does not run as root and this machine has no user namespaces: "
				+ "run this as an ordinary user");
	}

	List<String> command(List<String> command) {
		List<String> words = new ArrayList<>(this.prefix);
		words.addAll(command);
		return words;
	}

	private static boolean succeeds(List<String> prefix, String... command) {
		try {
			Process process = new ProcessBuilder(new Unprivileged(prefix).command(List.of(command)))
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
