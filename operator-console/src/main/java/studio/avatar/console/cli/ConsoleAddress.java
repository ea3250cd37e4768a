package studio.avatar.console.cli;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * Where the console is and who asks it.
 *
 * @param url base address
 * @param user name of the person or program
 * @param password theirs, never shown
 */
record ConsoleAddress(URI url, String user, String password) {

	/**
	 * Takes what the call names, else the environment, else what {@code ./run} left.
	 * @param folder of the sandbox
	 */
	static ConsoleAddress find(@Nullable String url, Map<String, String> environment, Path folder) {
		Properties sandbox = left(folder.resolve("operators.properties"));
		String address = first(url, environment.get("CONSOLE_URL"), sandbox.getProperty("url"));
		String user = first(environment.get("CONSOLE_USER"), "operator");
		boolean ofTheSandbox = address != null && address.equals(sandbox.getProperty("url"))
				&& !"false".equals(sandbox.getProperty("sign-in"));
		// those of the sandbox are for its own console only
		String password = first(environment.get("CONSOLE_PASSWORD"),
				ofTheSandbox ? sandbox.getProperty(user + ".password") : null);
		if (address == null) {
			throw new Refusal(ExitCodes.USAGE, "Where is the console? Start ./run, or give --url or CONSOLE_URL.");
		}
		if (password == null) {
			throw new Refusal(ExitCodes.USAGE, "CONSOLE_USER and CONSOLE_PASSWORD say who asks the console.");
		}
		return new ConsoleAddress(checked(address), String.valueOf(user), password);
	}

	private static URI checked(String address) {
		if (!address.matches("https?://\\S+")) {
			throw new Refusal(ExitCodes.USAGE, address + " is no address of a console: it begins with http.");
		}
		return URI.create(address.endsWith("/") ? address : address + "/");
	}

	private static Properties left(Path file) {
		Properties properties = new Properties();
		if (Files.isReadable(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			}
			catch (IOException ex) {
				throw new Refusal(ExitCodes.ERROR, file + " cannot be read: " + ex.getMessage());
			}
		}
		return properties;
	}

	private static @Nullable String first(@Nullable String... values) {
		for (String value : values) {
			if (value != null && !value.isBlank()) {
				return value.strip();
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return "ConsoleAddress[url=" + this.url + ", user=" + this.user + "]";
	}

}
