package studio.avatar.sandbox.launch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.launch.Project;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.SandboxOptions;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.journal.ApiCall;

/**
 * How long a person waits after pressing a button, with nothing else going on: from the
 * press in the simulated Telegram to the arrival of the call that shows the answer. Every
 * press is that of a new person, one after the other, slowly enough for Telegram's
 * limits.
 */
final class RoundTripBenchmark {

	private static final int WARM_UP = 150;

	private static final int MEASURED = 300;

	private static final Duration BETWEEN_PRESSES = Duration.ofMillis(120);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration GLANCE = Duration.ofMillis(1);

	private final TelegramSimulator telegram;

	private long lastPerson = 10_000;

	private RoundTripBenchmark(TelegramSimulator telegram) {
		this.telegram = telegram;
	}

	public static void main(String[] args) {
		Path folder = Project.root().resolve("sandbox/launch/target/benchmark");
		System.setProperty("sandbox.log", folder.resolve("logs/launcher.log").toString());
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests(folder).freshly())) {
			RoundTripBenchmark benchmark = new RoundTripBenchmark(sandbox.telegram());
			System.out.println(Machine.facts());
			System.out
				.println("Milliseconds from a press to the call that shows its answer, " + MEASURED + " presses:");
			benchmark.measure("answered by the gateway", "💰 Balance");
			benchmark.measure("answered by a service, over Kafka", "🎭 My avatars");
		}
		catch (SandboxException | BackingException ex) {
			System.err.println("The benchmark cannot run. " + ex.getMessage());
			System.exit(1);
		}
	}

	private void measure(String what, String button) {
		LongStream.range(0, WARM_UP).forEach((press) -> press(button));
		Latencies waits = Latencies.of(LongStream.range(0, MEASURED).map((press) -> press(button)));
		System.out.printf(Locale.ROOT, "  %-35s %s%n", what, waits);
	}

	/** Nanoseconds until the answer of one press by a new person. */
	private long press(String button) {
		this.telegram.journal().clear();
		SimulatedPerson person = this.telegram.person(++this.lastPerson, "Guest", "en");
		person.sends("/start");
		long greeted = answer(person.id(), 0).number();
		SimulatedMessage greeting = person.lastFromBot().orElseThrow();
		LockSupport.parkNanos(BETWEEN_PRESSES.toNanos());
		long pressed = System.nanoTime();
		person.presses(greeting, button);
		long nanos = answer(person.id(), greeted).nanoTime() - pressed;
		LockSupport.parkNanos(BETWEEN_PRESSES.toNanos());
		return nanos;
	}

	/** The first call after the given one that shows the chat something. */
	private ApiCall answer(long chat, long after) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < deadline) {
			for (ApiCall call : this.telegram.journal().ofChat(chat)) {
				if (call.number() > after && call.ok() && shows(call.method())) {
					return call;
				}
			}
			LockSupport.parkNanos(GLANCE.toNanos());
		}
		throw new SandboxException("Person " + chat + " got no answer within " + PATIENCE.toSeconds() + " s");
	}

	private static boolean shows(String method) {
		return method.startsWith("edit") || method.startsWith("send") && !method.equals("sendChatAction");
	}

}
