package studio.avatar.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInThrottleTests {

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final SignInThrottle throttle = new SignInThrottle(5, Duration.ofMinutes(1), new Clock() {
		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return SignInThrottleTests.this.now;
		}
	});

	@Test
	void theSixthAttemptForANameWaitsWhereverItComesFrom() {
		for (int attempt = 1; attempt <= 5; attempt++) {
			this.throttle.begin("anna", "10.0.0." + attempt);
		}

		assertThat(this.throttle.begin("anna", "10.0.0.99")).contains(Duration.ofMinutes(1));
		assertThat(this.throttle.begin("bert", "10.0.0.99")).isEmpty();
	}

	@Test
	void theSixthAttemptFromAnAddressWaitsWhateverTheName() {
		for (int attempt = 1; attempt <= 5; attempt++) {
			this.throttle.begin("name " + attempt, "10.0.0.1");
		}

		assertThat(this.throttle.begin("anna", "10.0.0.1")).isPresent();
	}

	@Test
	void anAttemptCountsForAMinuteAndOneThatWaitedCountsNothing() {
		for (int attempt = 1; attempt <= 7; attempt++) {
			this.throttle.begin("anna", "10.0.0.1");
			this.now = this.now.plusSeconds(1);
		}

		this.now = this.now.plusSeconds(53);

		assertThat(this.throttle.begin("anna", "10.0.0.1")).isEmpty();
		assertThat(this.throttle.begin("anna", "10.0.0.1")).contains(Duration.ofSeconds(1));
	}

	@Test
	void aRightPasswordTakesItsAttemptBack() {
		for (int attempt = 1; attempt <= 20; attempt++) {
			this.throttle.begin("anna", "10.0.0.1");
			this.throttle.succeeded("anna", "10.0.0.1");
		}

		assertThat(this.throttle.begin("anna", "10.0.0.1")).isEmpty();
	}

	@Test
	void oneWhoKnowsAPasswordCannotGuessOthersFaster() {
		for (int attempt = 1; attempt <= 5; attempt++) {
			this.throttle.begin("victim " + attempt, "10.0.0.1");
			this.throttle.begin("own", "10.0.0.1").ifPresentOrElse((wait) -> {
			}, () -> this.throttle.succeeded("own", "10.0.0.1"));
		}

		assertThat(this.throttle.begin("victim", "10.0.0.1")).isPresent();
	}

}
