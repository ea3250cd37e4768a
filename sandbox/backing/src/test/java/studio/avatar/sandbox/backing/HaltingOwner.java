package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.util.Optional;

/** A JVM that is gone in the very moment in which a process of its own appears. */
final class HaltingOwner {

	private HaltingOwner() {
	}

	public static void main(String[] args) throws IOException {
		Guard guard = Guard.ofThisJvm();
		long shell = ProcessHandle.current().children().findFirst().orElseThrow().pid();
		Thread.ofPlatform().start(() -> haltBeside(shell));
		guard.start(new ProcessBuilder("sleep", "600"), "TERM");
	}

	private static void haltBeside(long shell) {
		Optional<ProcessHandle> appeared = Optional.empty();
		while (appeared.isEmpty()) {
			appeared = ProcessHandle.current().children().filter((child) -> child.pid() != shell).findFirst();
		}
		System.out.println(appeared.get().pid());
		Runtime.getRuntime().halt(137);
	}

}
