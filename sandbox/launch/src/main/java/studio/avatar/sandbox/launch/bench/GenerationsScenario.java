package studio.avatar.sandbox.launch.bench;

/** Pictures of a hundred orders are under way while people press. */
final class GenerationsScenario {

	GenerationsScenario(Rig rig, SteadyScenario steady) {
	}

	void run() {
	}

}
