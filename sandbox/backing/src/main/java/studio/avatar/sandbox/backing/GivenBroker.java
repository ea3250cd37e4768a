package studio.avatar.sandbox.backing;

/**
 * A broker that runs already and is somebody else's.
 *
 * @param bootstrapServers its address
 */
record GivenBroker(String bootstrapServers) implements Broker {

	@Override
	public String title() {
		return "Kafka";
	}

	@Override
	public void kill() {
		throw new UnsupportedOperationException("The broker at " + this.bootstrapServers + " is somebody else's");
	}

	@Override
	public void restart() {
		throw new UnsupportedOperationException("The broker at " + this.bootstrapServers + " is somebody else's");
	}

	/** Whoever gave it ends it. */
	@Override
	public void close() {
	}

}
