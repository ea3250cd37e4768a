package studio.avatar.sandbox.backing;

/** A JVM that owns broker and database, says their process ids and then waits. */
final class Owner {

	private Owner() {
	}

	public static void main(String[] args) throws InterruptedException {
		Backing backing = Backing.shared();
		System.out.println("pid " + backing.broker().pid());
		System.out.println("pid " + backing.postgres().pid());
		Thread.currentThread().join();
	}

}
