package studio.avatar.sandbox.launch.bench;

import java.util.List;
import java.util.stream.LongStream;

import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.TelegramSimulator;

/** People who have the menu before them, and press its buttons one after the other. */
final class Crowd {

	private final List<SimulatedPerson> people;

	private Crowd(List<SimulatedPerson> people) {
		this.people = people;
	}

	/**
	 * Lets new people come and waits until each of them sees the menu.
	 * @param first Telegram id of the first one; the others follow
	 */
	static Crowd of(TelegramSimulator telegram, long first, int size) {
		List<SimulatedPerson> people = LongStream.range(first, first + size)
			.mapToObj((id) -> telegram.person(id, "Guest", "en"))
			.toList();
		people.forEach((person) -> person.sends("/menu"));
		Waiting.until("everybody sees the menu",
				() -> people.stream().allMatch((one) -> one.lastFromBot().isPresent()));
		return new Crowd(people);
	}

	int size() {
		return this.people.size();
	}

	SimulatedPerson person(int number) {
		return this.people.get(number % this.people.size());
	}

	/** The next one presses what they see: to their avatars, and from there back. */
	Press press(int number, long intendedNanos) {
		SimulatedPerson person = person(number);
		SimulatedMessage card = person.lastFromBot().orElseThrow();
		String label = card.labels().contains(Press.TO_SERVICE) ? Press.TO_SERVICE : Press.TO_GATEWAY;
		person.presses(card, label);
		return new Press(person.id(), label, intendedNanos);
	}

}
