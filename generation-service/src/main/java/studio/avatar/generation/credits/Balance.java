package studio.avatar.generation.credits;

/**
 * What a person can spend, as last told.
 *
 * @param available credits
 */
public record Balance(int available) {

	public boolean covers(int credits) {
		return credits <= this.available;
	}

}
