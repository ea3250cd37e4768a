package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.awaitility.Awaitility.await;

/** Many people who are here for the first time and have no picture yet. */
final class Visitors {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final List<SimulatedPerson> people;

	private Visitors(List<SimulatedPerson> people) {
		this.people = people;
	}

	/** New people; the first has that id in Telegram and the others follow. */
	static Visitors come(Sandbox sandbox, long first, int size) {
		return new Visitors(LongStream.range(first, first + size)
			.mapToObj((id) -> sandbox.telegram().person(id, "Visitor", "en"))
			.toList());
	}

	int size() {
		return this.people.size();
	}

	/** Each of them sends that command. */
	void say(String command) {
		this.people.forEach((person) -> person.sends(command));
	}

	/** Waits until everybody was answered so often, and finds nobody answered oftener. */
	void awaitAnswers(String fragment, int times) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> this.people.stream().allMatch((person) -> answers(person, fragment) >= times));
	}

	/** How many of them were answered exactly so often. */
	long answered(String fragment, int times) {
		return this.people.stream().filter((person) -> answers(person, fragment) == times).count();
	}

	private static long answers(SimulatedPerson person, String fragment) {
		return person.messages()
			.stream()
			.filter(SimulatedMessage::fromBot)
			.filter((message) -> String.valueOf(message.text()).contains(fragment))
			.count();
	}

}
