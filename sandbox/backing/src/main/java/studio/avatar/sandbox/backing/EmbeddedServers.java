package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Servers on this machine from Maven Central's artifacts, on free ports; each has a
 * folder that is removed when this JVM ends.
 */
record EmbeddedServers() implements Servers {

	@Override
	public String name() {
		return "embedded";
	}

	@Override
	public Broker broker() {
		return KafkaBroker.start(KafkaSettings.in(temporaryFolder()));
	}

	@Override
	public DatabaseServer database() {
		return PostgresServer.start(PostgresSettings.in(temporaryFolder()));
	}

	@Override
	public Servers ofOnesOwn() {
		return this;
	}

	private static Path temporaryFolder() {
		try {
			Path target = Path.of("target").toAbsolutePath();
			Path folder = Files.isDirectory(target) ? Files.createTempDirectory(target, "backing-")
					: Files.createTempDirectory("avatar-studio-backing-");
			// PostgreSQL may have to run as another user than root, who must get in
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
			Guard.ofThisJvm().removeAtTheEnd(folder);
			return folder;
		}
		catch (IOException ex) {
			throw new BackingException("No folder for broker and database: " + ex.getMessage(), ex);
		}
	}

}
