package studio.avatar.sandbox.launch.bench;

/**
 * One press of a button.
 *
 * @param person who pressed
 * @param label the button
 * @param intendedNanos when it was to happen, by {@link System#nanoTime()}: a wait is
 * counted from here, also when the press itself came late
 */
record Press(long person, String label, long intendedNanos) {

	static final String TO_SERVICE = "🎭 My avatars";

	/** To another service. */
	static final String TO_GALLERY = "🖼 Gallery";

	static final String TO_GATEWAY = "🏠 Menu";

	boolean isForService() {
		return !this.label.equals(TO_GATEWAY);
	}

}
