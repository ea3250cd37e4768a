package studio.avatar.sandbox.backing;

/**
 * What a service needs to reach its own schema.
 *
 * @param jdbcUrl JDBC address, shared by all services
 * @param user role of the service; its default {@code search_path} finds the schema of
 * the same name
 * @param password password of that role
 */
public record Database(String jdbcUrl, String user, String password) {

	@Override
	public String toString() {
		return this.user + "@" + this.jdbcUrl;
	}

}
