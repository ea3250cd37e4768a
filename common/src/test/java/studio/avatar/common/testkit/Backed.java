package studio.avatar.common.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.test.context.DynamicPropertyRegistry;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;

/** A service under test on the broker and the database of this JVM. */
public final class Backed {

	private static final Path MEDIA = temporaryFolder();

	private Backed() {
	}

	/**
	 * Says where broker, database and media are; call it from a
	 * {@code @DynamicPropertySource} method.
	 */
	public static void service(DynamicPropertyRegistry registry, String service) {
		Backing backing = Backing.shared();
		Database database = backing.database(service);
		registry.add("KAFKA_BROKERS", backing::kafkaBrokers);
		registry.add("DATABASE_URL", database::jdbcUrl);
		registry.add("DATABASE_USER", database::user);
		registry.add("DATABASE_PASSWORD", database::password);
		registry.add("MEDIA_FOLDER", MEDIA::toString);
		registry.add("SERVER_PORT", () -> "0");
	}

	/** Where the media store of the services under test keeps its files. */
	public static Path mediaFolder() {
		return MEDIA;
	}

	private static Path temporaryFolder() {
		try {
			Path target = Path.of("target").toAbsolutePath();
			return Files.createTempDirectory(Files.createDirectories(target), "media-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
