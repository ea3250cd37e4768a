package studio.avatar.sandbox.launch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;

/**
 * Everybody presses many buttons at once: how long until the gateway has committed all of
 * it. What follows from the presses is worked for at the same time, on the same cores.
 */
final class IntakeScenario {

	private static final List<String> BUTTONS = List.of(Press.TO_SERVICE, "❓ Help", "🖼 Gallery", "💰 Balance",
			"🎨 Create");

	private static final int ROUNDS = 3;

	private final Rig rig;

	private final Crowd crowd;

	IntakeScenario(Rig rig, Crowd crowd) {
		this.rig = rig;
		this.crowd = crowd;
	}

	/** The first round warms up. */
	void run() {
		for (int round = 0; round <= ROUNDS; round++) {
			once((round == 0) ? "warming up" : "round " + round);
		}
	}

	private void once(String name) {
		showMenu();
		try (KeptUpdates kept = this.rig.kept()) {
			long before = kept.count();
			int presses = BUTTONS.size() * this.crowd.size();
			ProcessorTime used = this.rig.processorTime();
			long begin = System.nanoTime();
			pressEverything();
			long pressed = System.nanoTime();
			Waiting.until("all updates are kept", () -> kept.count() - before >= presses);
			long committed = System.nanoTime();
			Waiting.until("all updates are worked for", () -> kept.unsettled() == 0);
			System.out.printf(Locale.ROOT, "  %-12s %d updates in %.2f s: %.0f/s (all injected after %.2f s); %s%n",
					name, presses, seconds(begin, committed), presses / seconds(begin, committed),
					seconds(begin, pressed), used.perUpdate(presses));
		}
		this.rig.settle();
	}

	private void showMenu() {
		this.rig.telegram().journal().clear();
		List<SimulatedPerson> people = people();
		people.forEach((person) -> person.sends("/menu"));
		Waiting.until("everybody sees the menu", () -> people.stream().allMatch(IntakeScenario::seesMenu));
	}

	private static boolean seesMenu(SimulatedPerson person) {
		return person.messages().getLast().labels().containsAll(BUTTONS);
	}

	private List<SimulatedPerson> people() {
		List<SimulatedPerson> people = new ArrayList<>();
		for (int number = 0; number < this.crowd.size(); number++) {
			people.add(this.crowd.person(number));
		}
		return people;
	}

	/** Of menus as they stood before the first press. */
	private void pressEverything() {
		List<SimulatedPerson> people = people();
		List<SimulatedMessage> menus = people.stream().map((person) -> person.lastFromBot().orElseThrow()).toList();
		for (String button : BUTTONS) {
			for (int number = 0; number < people.size(); number++) {
				people.get(number).presses(menus.get(number), button);
			}
		}
	}

	private static double seconds(long from, long to) {
		return (to - from) / (double) TimeUnit.SECONDS.toNanos(1);
	}

}
