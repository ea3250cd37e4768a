package studio.avatar.sandbox.backing;

/** A JVM that owns broker and database, says how to find them and then waits. */
final class Owner {

	private Owner() {
	}

	public static void main(String[] args) throws InterruptedException {
		Backing backing = Backing.shared();
		System.out.println(mark(backing.broker()));
		System.out.println(mark(backing.postgres()));
		Thread.currentThread().join();
	}

	private static String mark(Broker broker) {
		return switch (broker) {
			case KafkaBroker embedded -> "process " + embedded.pid();
			case ContainerBroker container -> "container " + container.containerId();
			case GivenBroker given -> "given " + given;
		};
	}

	private static String mark(DatabaseServer database) {
		return switch (database) {
			case PostgresServer embedded -> "process " + embedded.pid();
			case ContainerDatabase container -> "container " + container.containerId();
			case GivenDatabase given -> "given " + given;
		};
	}

}
