package studio.avatar.common.provider;

/** What became of the wish to stop a request. */
public enum Cancellation {

	/**
	 * It is removed from the queue, or its runner was told; whether the runner obeys
	 * shows in its status.
	 */
	REQUESTED,
	/** Too late. */
	ALREADY_COMPLETED,
	/** The provider does not know it. */
	NOT_FOUND

}
