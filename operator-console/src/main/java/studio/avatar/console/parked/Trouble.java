package studio.avatar.console.parked;

/**
 * Why a record could not be handled.
 *
 * @param cause class of the innermost exception, or what stands for it
 * @param message what it said
 * @param fingerprint letters and digits, equal for failures of the same kind at the same
 * place; with the consumer it names a group
 * @param stackTrace empty when a replay told
 */
record Trouble(String cause, String message, String fingerprint, String stackTrace) {

	private static final String WAITS = "WaitsBehindParked";

	/** Whether it failed only because an earlier record of its key is parked. */
	boolean waits() {
		return this.cause.endsWith(WAITS);
	}

}
