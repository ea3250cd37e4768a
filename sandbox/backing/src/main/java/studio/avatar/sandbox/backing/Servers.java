package studio.avatar.sandbox.backing;

/** Where brokers and database servers come from. */
sealed interface Servers permits EmbeddedServers, ContainerServers, GivenServers {

	/** How {@code -Dbacking} names it. */
	String name();

	/** A broker that answers; started unless it was given. */
	Broker broker();

	/** A database server that answers; started unless it was given. */
	DatabaseServer database();

	/** Where servers come from to which a test may do harm. */
	Servers ofOnesOwn();

}
