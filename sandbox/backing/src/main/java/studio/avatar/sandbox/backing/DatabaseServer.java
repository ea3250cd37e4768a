package studio.avatar.sandbox.backing;

/**
 * A real PostgreSQL server. Tests of faults kill it and start it again; one that was
 * given by its address is somebody else's, and refuses that.
 */
public sealed interface DatabaseServer extends AutoCloseable permits PostgresServer, ContainerDatabase, GivenDatabase {

	/**
	 * Makes sure that the service has a role and a schema of its own name.
	 * @param service lower-case name, for example {@code training}
	 */
	Database database(String service);

	/** Host and port; a restart does not change it. */
	String address();

	/** What it is and its version, for example {@code PostgreSQL 18.6}. */
	String title();

	/**
	 * Ends the server as {@code kill -9} does and returns when it is gone.
	 * @throws UnsupportedOperationException when it is somebody else's
	 */
	void kill();

	/**
	 * Starts the server again at the same address with the same data.
	 * @throws UnsupportedOperationException when it is somebody else's
	 */
	void restart();

	/** Ends the server in order; its data stay for a restart. */
	@Override
	void close();

}
