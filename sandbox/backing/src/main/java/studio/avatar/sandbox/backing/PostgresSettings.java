package studio.avatar.sandbox.backing;

import java.nio.file.Path;

/**
 * Where PostgreSQL keeps its data and where it listens, always on 127.0.0.1.
 *
 * @param folder data, password and log of the server; kept between runs
 * @param port port for clients; 0 picks a free one
 * @param maxConnections {@code max_connections} of the server
 */
public record PostgresSettings(Path folder, int port, int maxConnections) {

	private static final int ENOUGH_FOR_ALL_SERVICES = 200;

	public PostgresSettings {
		Port.check(port);
		if (maxConnections < 1) {
			throw new IllegalArgumentException("maxConnections must be positive: " + maxConnections);
		}
		folder = folder.toAbsolutePath().normalize();
	}

	public static PostgresSettings in(Path folder) {
		return new PostgresSettings(folder, 0, ENOUGH_FOR_ALL_SERVICES);
	}

	/** The same settings with every free choice made, so that a restart repeats them. */
	PostgresSettings chosen() {
		return new PostgresSettings(this.folder, Port.orFree(this.port), this.maxConnections);
	}

}
