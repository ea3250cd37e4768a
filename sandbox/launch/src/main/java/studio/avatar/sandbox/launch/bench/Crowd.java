package studio.avatar.sandbox.launch.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.TelegramSimulator;

/** People who have the menu before them, and press its buttons one after the other. */
final class Crowd {

	/** What a person says to come to a screen without pressing. */
	private static final Map<String, String> COMMANDS = Map.of(Press.TO_SERVICE, "/avatars", Press.TO_GALLERY,
			"/gallery");

	private final List<SimulatedPerson> people;

	private final List<String> screens;

	private Crowd(List<SimulatedPerson> people, List<String> screens) {
		this.people = people;
		this.screens = screens;
	}

	/**
	 * Lets new people come and waits until each of them sees the menu.
	 * @param first Telegram id of the first one; the others follow
	 */
	static Crowd of(TelegramSimulator telegram, long first, int size) {
		Crowd crowd = new Crowd(people(telegram, first, size), List.of(Press.TO_SERVICE));
		crowd.people.forEach((person) -> person.sends("/menu"));
		crowd.awaitAnswers();
		return crowd;
	}

	/**
	 * Lets new people come, who go to their avatars or to their gallery, pair by pair.
	 * Every other one is there already, so that at any time the gateway and the services
	 * are asked alike.
	 * @param first Telegram id of the first one; the others follow
	 */
	static Crowd mixed(TelegramSimulator telegram, long first, int size) {
		Crowd crowd = new Crowd(people(telegram, first, size), List.of(Press.TO_SERVICE, Press.TO_GALLERY));
		for (int number = 0; number < size; number++) {
			crowd.person(number).sends((number % 2 == 0) ? "/menu" : COMMANDS.getOrDefault(crowd.screen(number), ""));
		}
		crowd.awaitAnswers();
		return crowd;
	}

	private static List<SimulatedPerson> people(TelegramSimulator telegram, long first, int size) {
		return IntStream.range(0, size).mapToObj((number) -> telegram.person(first + number, "Guest", "en")).toList();
	}

	private void awaitAnswers() {
		Waiting.until("everybody is answered",
				() -> this.people.stream().allMatch((one) -> one.lastFromBot().isPresent()));
	}

	int size() {
		return this.people.size();
	}

	SimulatedPerson person(int number) {
		return this.people.get(number % this.people.size());
	}

	/** Where that one goes to from the menu. */
	private String screen(int number) {
		return this.screens.get(number % this.people.size() / 2 % this.screens.size());
	}

	/** The next one presses what they see: to their screen, and from there back. */
	Press press(int number, long intendedNanos) {
		SimulatedPerson person = person(number);
		SimulatedMessage card = person.lastFromBot().orElseThrow();
		String label = card.labels().contains(screen(number)) ? screen(number) : Press.TO_GATEWAY;
		person.presses(card, label);
		return new Press(person.id(), label, intendedNanos);
	}

}
