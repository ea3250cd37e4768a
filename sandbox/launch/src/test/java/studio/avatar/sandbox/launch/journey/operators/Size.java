package studio.avatar.sandbox.launch.journey.operators;

/** How much is proven: a little with every build, all of it with {@code -Dproof=full}. */
final class Size {

	private Size() {
	}

	static int of(int gate, int full) {
		return System.getProperty("proof", "").equals("full") ? full : gate;
	}

}
