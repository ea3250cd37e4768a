package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import studio.avatar.sandbox.launch.SandboxException;

/** Patience with an end. */
final class Waiting {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration GLANCE = Duration.ofMillis(20);

	private Waiting() {
	}

	/**
	 * Returns as soon as it is so.
	 * @param what said when it does not become so
	 * @throws SandboxException after two minutes
	 */
	static void until(String what, BooleanSupplier so) {
		if (!within(PATIENCE, so)) {
			throw new SandboxException("Not within " + PATIENCE.toSeconds() + " s: " + what);
		}
	}

	/** Whether it became so in time. */
	static boolean within(Duration patience, BooleanSupplier so) {
		return within(patience, GLANCE, so);
	}

	/**
	 * Whether it became so in time.
	 * @param glance how long not to look: some looks cost what is to be measured
	 */
	static boolean within(Duration patience, Duration glance, BooleanSupplier so) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (!so.getAsBoolean()) {
			if (System.nanoTime() - deadline > 0) {
				return false;
			}
			LockSupport.parkNanos(glance.toNanos());
		}
		return true;
	}

}
