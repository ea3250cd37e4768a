package studio.avatar.sandbox.objects;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The server's program: a runnable jar that travels inside ours. */
final class ServerJar {

	private static final String NAME = "s3proxy.jar";

	private ServerJar() {
	}

	/** Where it can be run from: where it was built, else unpacked into the folder. */
	static Path in(Path folder) throws IOException {
		URL packed = Objects.requireNonNull(ServerJar.class.getResource(NAME), NAME + " was not built in");
		return "file".equals(packed.getProtocol()) ? Path.of(URI.create(packed.toString()))
				: unpacked(packed, folder.resolve(NAME));
	}

	private static Path unpacked(URL packed, Path to) throws IOException {
		if (!Files.exists(to)) {
			try (InputStream in = packed.openStream()) {
				Files.copy(in, to);
			}
		}
		return to;
	}

}
