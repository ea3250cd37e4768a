package studio.avatar.sandbox.objects;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

import studio.avatar.sandbox.backing.Port;

/**
 * Where the server keeps its data, where it listens, and the one key it knows, made up
 * for each server.
 */
record ObjectStoreSettings(Path folder, int port, String accessKey, String secretKey) {

	static ObjectStoreSettings in(Path folder) {
		return new ObjectStoreSettings(folder.toAbsolutePath().normalize(), Port.free(), "studio-" + madeUp(4),
				madeUp(20));
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	Path data() {
		return this.folder.resolve("data");
	}

	Path log() {
		return this.folder.resolve("server.log");
	}

	/**
	 * Writes what the server reads at its start: a file that only this user can read,
	 * from its first byte on, shows no key in its command line.
	 */
	Path write() throws IOException {
		Properties properties = new Properties();
		properties.putAll(Map.of("s3proxy.endpoint", endpoint().toString(), "s3proxy.authorization", "aws-v4",
				"s3proxy.identity", this.accessKey, "s3proxy.credential", this.secretKey, "jclouds.provider",
				"filesystem", "jclouds.filesystem.basedir", data().toString()));
		Path file = this.folder.resolve("server.properties");
		Files.deleteIfExists(file);
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			properties.store(out, null);
		}
		return file;
	}

	private static String madeUp(int bytes) {
		byte[] random = new byte[bytes];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "ObjectStoreSettings[folder=%s, port=%d]".formatted(this.folder, this.port);
	}

}
