package studio.avatar.sandbox.backing;

/**
 * A real Kafka broker. Tests of faults kill it and start it again; one that was given by
 * its address is somebody else's, and refuses that.
 */
public sealed interface Broker extends AutoCloseable permits KafkaBroker, ContainerBroker, GivenBroker {

	/** Address for {@code bootstrap.servers}; a restart does not change it. */
	String bootstrapServers();

	/**
	 * What it is and, where that is known, its version, for example {@code Kafka 4.2.1}.
	 */
	String title();

	/**
	 * Ends the broker as {@code kill -9} does and returns when it is gone.
	 * @throws UnsupportedOperationException when it is somebody else's
	 */
	void kill();

	/**
	 * Starts the broker again at the same address with the same data.
	 * @throws UnsupportedOperationException when it is somebody else's
	 */
	void restart();

	/** Ends the broker in order; its data stay for a restart. */
	@Override
	void close();

}
