package studio.avatar.sandbox.launch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import studio.avatar.sandbox.provider.SimulatedRequest;

/**
 * A hundred generations are under way while people press: the provider is asked about
 * each of them, and each shows its progress.
 */
final class GenerationsScenario {

	private static final int GENERATIONS = 100;

	/** What one person may have under way. */
	private static final int EACH = 3;

	private static final long FIRST_PERSON = 50_000;

	private final Rig rig;

	private final SteadyScenario steady;

	GenerationsScenario(Rig rig, SteadyScenario steady) {
		this.rig = rig;
		this.steady = steady;
	}

	void run() {
		order();
		Waiting.until(GENERATIONS + " generations are under way", () -> underWay() >= GENERATIONS);
		this.steady.runAmid("50/s, 100 generations under way", 50);
		this.steady.runAmid("200/s, 100 generations under way", 200);
		System.out.println("    " + underWay() + " generations were still under way afterwards");
	}

	private void order() {
		TrainedAvatars avatars = new TrainedAvatars(this.rig.sandbox().database("generation"),
				this.rig.folder().resolve("media"));
		List<CompletableFuture<Void>> people = new ArrayList<>();
		for (int number = 0; number * EACH < GENERATIONS; number++) {
			long id = FIRST_PERSON + number;
			int orders = Math.min(EACH, GENERATIONS - number * EACH);
			people.add(CompletableFuture.runAsync(() -> order(avatars, id, orders), Thread::startVirtualThread));
		}
		people.forEach(CompletableFuture::join);
	}

	private void order(TrainedAvatars avatars, long id, int orders) {
		Guest guest = new Guest(this.rig.telegram().person(id, "Guest", "en"));
		guest.says("/menu");
		guest.presses(Press.TO_SERVICE);
		avatars.give(id);
		for (int order = 0; order < orders; order++) {
			guest.says("/create");
			guest.presses("✍️ Own prompt");
			guest.reads("Write it as you would tell a photographer");
			guest.says("as a captain on the bridge of an old ship, number " + order);
			guest.presses("✅ Create");
			awaitOrders(id, order + 1);
		}
	}

	/** The card of an order has a button to cancel it. */
	private void awaitOrders(long id, int orders) {
		Waiting.until("order " + orders + " of " + id + " is under way",
				() -> this.rig.telegram()
					.person(id, "Guest", "en")
					.messages()
					.stream()
					.filter((message) -> message.labels().stream().anyMatch((label) -> label.startsWith("✖️")))
					.count() >= orders);
	}

	private long underWay() {
		return this.rig.sandbox()
			.fal()
			.requests()
			.stream()
			.filter((request) -> request.state() != SimulatedRequest.State.COMPLETED)
			.count();
	}

}
