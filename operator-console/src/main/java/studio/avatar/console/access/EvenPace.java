package studio.avatar.console.access;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks passwords with the same work for every name, known or not: how long an answer
 * takes tells nobody which names there are.
 */
class EvenPace implements PasswordEncoder {

	private final int cost;

	private final BCryptPasswordEncoder bcrypt;

	/**
	 * With the work of the dearest hash.
	 * @param cost its cost, as a power of two
	 */
	EvenPace(int cost) {
		this.cost = cost;
		this.bcrypt = new BCryptPasswordEncoder(cost);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return this.bcrypt.encode(password);
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		boolean matches = this.bcrypt.matches(password, hash);
		if (matches) { // whoever knows the password knows that there is the name
			return true;
		}
		fillUp(password, Integer.parseInt(String.valueOf(hash).substring(4, 6)));
		return false;
	}

	// Each cost is twice the work of the one below it: c and c, c + 1, … make up the
	// highest.
	private void fillUp(@Nullable CharSequence password, int from) {
		for (int done = from; done < this.cost; done++) {
			this.bcrypt.matches(password, "$2a$%02d$%s".formatted(done, "y".repeat(22) + "z".repeat(31)));
		}
	}

}
