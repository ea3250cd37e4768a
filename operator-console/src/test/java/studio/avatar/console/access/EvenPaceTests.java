package studio.avatar.console.access;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCrypt;

import static org.assertj.core.api.Assertions.assertThat;

class EvenPaceTests {

	private final EvenPace passwords = new EvenPace(8);

	@Test
	void onlyTheRightPasswordMatches() {
		String hash = BCrypt.hashpw("right", BCrypt.gensalt(6));

		assertThat(this.passwords.matches("right", hash)).isTrue();
		assertThat(this.passwords.matches("wrong", hash)).isFalse();
	}

	@Test
	void aCheapHashTakesAsLongAsTheDearestOne() {
		String cheap = BCrypt.hashpw("right", BCrypt.gensalt(4));
		String dear = BCrypt.hashpw("right", BCrypt.gensalt(8));

		double ratio = (double) shortest(dear) / shortest(cheap);

		// sixteen times as long without the filling up of wrong ones
		assertThat(ratio).isBetween(0.4, 2.5);
	}

	private long shortest(String hash) {
		return LongStream.range(0, 7).map((round) -> {
			long begin = System.nanoTime();
			this.passwords.matches("wrong", hash);
			return System.nanoTime() - begin;
		}).min().orElseThrow();
	}

}
