package studio.avatar.sandbox.backing;

/**
 * A database that is there already and is somebody else's.
 *
 * @param schemas what services own in it
 */
record GivenDatabase(PostgresSchemas schemas) implements DatabaseServer {

	@Override
	public Database database(String service) {
		return this.schemas.of(service);
	}

	@Override
	public String address() {
		return this.schemas.address();
	}

	@Override
	public String title() {
		return this.schemas.title();
	}

	@Override
	public void kill() {
		throw new UnsupportedOperationException("The database at " + address() + " is somebody else's");
	}

	@Override
	public void restart() {
		throw new UnsupportedOperationException("The database at " + address() + " is somebody else's");
	}

	/** Whoever gave it ends it. */
	@Override
	public void close() {
	}

}
