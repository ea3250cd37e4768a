package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import studio.avatar.sandbox.telegram.journal.ApiCall;
import studio.avatar.sandbox.telegram.journal.Journal;

/**
 * Which call answers which press: a chat's presses are answered in order, each by one
 * call that shows something.
 */
final class Answers {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final List<Press> presses;

	private final Map<Press, Long> nanos = new HashMap<>();

	private Answers(List<Press> presses, List<ApiCall> calls) {
		this.presses = presses;
		Map<Long, Deque<Press>> open = new HashMap<>();
		presses.forEach((press) -> open.computeIfAbsent(press.person(), (id) -> new ArrayDeque<>()).add(press));
		calls.stream().filter(Answers::shows).forEach((call) -> {
			Press answered = open.getOrDefault(call.chatId(), new ArrayDeque<>()).poll();
			if (answered != null) {
				this.nanos.put(answered, call.nanoTime() - answered.intendedNanos());
			}
		});
	}

	/** Waits for all of them, a minute at most. The journal holds nothing older. */
	static Answers of(List<Press> presses, Journal journal) {
		Waiting.within(PATIENCE, () -> among(presses, journal.calls()).missing() == 0);
		return among(presses, journal.calls());
	}

	/** Looks for them among the calls, oldest first. */
	static Answers among(List<Press> presses, List<ApiCall> calls) {
		return new Answers(presses, calls);
	}

	private static boolean shows(ApiCall call) {
		boolean speaks = call.method().startsWith("edit")
				|| call.method().startsWith("send") && !call.method().equals("sendChatAction");
		return speaks && (call.ok() || call.answer().path("description").asString("").contains("not modified"));
	}

	/** Presses that nothing answered. */
	int missing() {
		return this.presses.size() - this.nanos.size();
	}

	Latencies latencies(Predicate<Press> which) {
		return Latencies.of(this.nanos.entrySet()
			.stream()
			.filter((answered) -> which.test(answered.getKey()))
			.mapToLong(Map.Entry::getValue));
	}

}
