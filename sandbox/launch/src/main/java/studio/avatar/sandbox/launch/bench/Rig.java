package studio.avatar.sandbox.launch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.TelegramSimulator;

/**
 * What a scenario works with.
 *
 * @param sandbox everything, running
 * @param folder of the sandbox
 */
record Rig(Sandbox sandbox, Path folder) {

	private static final Duration SILENCE = Duration.ofMillis(1500);

	TelegramSimulator telegram() {
		return this.sandbox.telegram();
	}

	KeptUpdates kept() {
		return new KeptUpdates(this.sandbox.database("gateway"));
	}

	ProcessorTime processorTime() {
		return new ProcessorTime(this.folder);
	}

	/** Waits until the bot has said all it had to say, and forgets what it said. */
	void settle() {
		long[] calls = { -1 };
		Waiting.until("the bot falls silent", () -> {
			long before = calls[0];
			calls[0] = spoken();
			LockSupport.parkNanos(SILENCE.toNanos());
			return spoken() == before;
		});
		telegram().journal().clear();
	}

	private long spoken() {
		return telegram().journal().calls().stream().filter((call) -> !call.method().equals("getUpdates")).count();
	}

	/** Prints the answers of presses, those of the gateway and those of a service. */
	void print(String what, List<Press> presses, Answers answers) {
		print(what + ", by the gateway", answers.latencies((press) -> !press.isForService()));
		print(what + ", by a service", answers.latencies(Press::isForService));
		if (answers.missing() > 0) {
			System.out.printf(Locale.ROOT, "  %-42s %d of %d presses had no answer a minute later%n", what,
					answers.missing(), presses.size());
		}
	}

	private static void print(String what, Latencies waits) {
		System.out.printf(Locale.ROOT, "  %-42s %s   n %d%n", what, waits, waits.count());
	}

}
