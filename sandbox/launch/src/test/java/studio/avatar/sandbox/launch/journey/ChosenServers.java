package studio.avatar.sandbox.launch.journey;

import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.launch.SandboxOptions;

/**
 * The broker and the database that a sandbox under test stands on. Embedded ones it
 * starts by itself in its folder, as people run it.
 */
final class ChosenServers {

	private ChosenServers() {
	}

	/**
	 * Those of this JVM; for one sandbox only, or each would hear what the other says.
	 */
	static SandboxOptions shared(SandboxOptions options) {
		return Backing.isEmbedded() ? options : options.on(Backing.shared().broker(), Backing.shared().postgres());
	}

	/** Some that no other sandbox uses. */
	static SandboxOptions ofItsOwn(SandboxOptions options) {
		return Backing.isEmbedded() ? options : options.on(Backing.anotherBroker(), Backing.anotherDatabase());
	}

}
