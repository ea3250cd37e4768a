package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Who signs in to the console of a sandbox: an operator, and a second person who
 * approves. Their passwords are made once for its folder and kept there; the console is
 * given the hashes only. {@code ./replay} finds address and password in the same file.
 */
final class Operators {

	/** The first person. */
	static final String OPERATOR = "operator";

	/** The second one. */
	static final String APPROVER = "approver";

	private static final String FILE = "operators.properties";

	private final Path file;

	private final Properties kept;

	private Operators(Path file, Properties kept) {
		this.file = file;
		this.kept = kept;
	}

	/** Those of that folder; they are made when it has none. */
	static Operators of(SandboxFolder folder) {
		Operators operators = new Operators(folder.of(FILE), new Properties());
		operators.read();
		operators.makeWhenAbsent(OPERATOR);
		operators.makeWhenAbsent(APPROVER);
		return operators;
	}

	String password(String name) {
		return this.kept.getProperty(name + ".password");
	}

	/** What the console is told, as {@code CONSOLE_USERS}. */
	String users() {
		return user(OPERATOR) + " " + user(APPROVER);
	}

	private String user(String name) {
		return name + ":" + name + ":" + this.kept.getProperty(name + ".hash");
	}

	/** Where the console of that folder listened last. */
	static Optional<URI> addressIn(Path folder) {
		Operators operators = new Operators(folder.resolve(FILE), new Properties());
		operators.read();
		return Optional.ofNullable(operators.kept.getProperty("url")).map(URI::create);
	}

	/**
	 * Leaves the address and the passwords for {@code ./replay}, readable by this user
	 * only.
	 * @param signIn whether it is they who sign in there
	 */
	void keep(URI console, boolean signIn) {
		this.kept.setProperty("url", console.toString());
		this.kept.setProperty("sign-in", Boolean.toString(signIn));
		try {
			Files.deleteIfExists(this.file);
			createForThisUserOnly();
			try (Writer writer = Files.newBufferedWriter(this.file)) {
				this.kept.store(writer, null);
			}
		}
		catch (IOException ex) {
			throw new SandboxException(this.file + " cannot be written: " + ex.getMessage(), ex);
		}
	}

	private void createForThisUserOnly() throws IOException {
		if (this.file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(this.file,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
	}

	private void read() {
		if (Files.exists(this.file)) {
			try (Reader reader = Files.newBufferedReader(this.file)) {
				this.kept.load(reader);
			}
			catch (IOException | IllegalArgumentException ex) {
				throw new SandboxException(this.file + " cannot be read: " + ex.getMessage(), ex);
			}
		}
	}

	private void makeWhenAbsent(String name) {
		if (password(name) == null || this.kept.getProperty(name + ".hash") == null) {
			byte[] secret = new byte[8];
			new SecureRandom().nextBytes(secret);
			String password = HexFormat.of().formatHex(secret);
			this.kept.setProperty(name + ".password", password);
			this.kept.setProperty(name + ".hash", BCrypt.hashpw(password, BCrypt.gensalt(10)));
		}
	}

}
