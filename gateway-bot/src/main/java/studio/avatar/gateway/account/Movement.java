package studio.avatar.gateway.account;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.CreditsRequest.Purpose;

/**
 * Credits going from one account to another.
 *
 * @param key names it for ever: the second movement with a key does not happen
 * @param from account that has {@code amount} less afterwards
 * @param to account that has as much more
 * @param amount credits, at least 1
 * @param purpose what for; absent for a gift
 * @param reason for operators; absent where the kind says it all
 */
record Movement(String key, Kind kind, long userId, String from, String to, int amount, @Nullable Purpose purpose,
		@Nullable String reason) {

	static final String GRANTS = "grants";

	static final String REVENUE = "revenue";

	Movement {
		if (amount < 1 || from.equals(to)) {
			throw new IllegalArgumentException("%d credits from %s to %s".formatted(amount, from, to));
		}
	}

	/** Why credits move. */
	enum Kind {

		WELCOME, HOLD, CAPTURE, RELEASE

	}

	static String available(long userId) {
		return "person:" + userId + ":available";
	}

	static String held(long userId) {
		return "person:" + userId + ":held";
	}

	static Movement welcome(long userId, int amount) {
		return new Movement("welcome/" + userId, Kind.WELCOME, userId, GRANTS, available(userId), amount, null, null);
	}

	static Movement hold(UUID holdId, long userId, int amount, Purpose purpose) {
		return new Movement("hold/" + holdId, Kind.HOLD, userId, available(userId), held(userId), amount, purpose,
				null);
	}

	static Movement capture(UUID holdId, long userId, int amount, Purpose purpose) {
		return new Movement("capture/" + holdId, Kind.CAPTURE, userId, held(userId), REVENUE, amount, purpose, null);
	}

	static Movement release(UUID holdId, long userId, int amount, Purpose purpose, @Nullable String reason) {
		return new Movement("release/" + holdId, Kind.RELEASE, userId, held(userId), available(userId), amount, purpose,
				reason);
	}

	/**
	 * A movement as the person sees it.
	 */
	record Line(Kind kind, @Nullable Purpose purpose, int amount, Instant at) {

	}

}
