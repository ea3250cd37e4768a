package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import studio.avatar.sandbox.telegram.SimulatedPerson;

/** One chat sends five hundred messages at once while the others go on as before. */
final class FloodScenario {

	private static final int MESSAGES = 500;

	private static final Duration AFTER = Duration.ofSeconds(5);

	private static final long FLOODER = 90_001;

	private final Rig rig;

	private final SteadyScenario steady;

	FloodScenario(Rig rig, SteadyScenario steady) {
		this.rig = rig;
		this.steady = steady;
	}

	void run() {
		SimulatedPerson flooder = this.rig.telegram().person(FLOODER, "Flo", "en");
		CompletableFuture<Void> flood = CompletableFuture.runAsync(
				() -> IntStream.range(0, MESSAGES).forEach((number) -> flooder.sends("And another thing, " + number)),
				CompletableFuture.delayedExecutor(AFTER.toMillis(), TimeUnit.MILLISECONDS));
		this.steady.run("50/s, another chat sends 500 at once", 50);
		flood.join();
	}

}
