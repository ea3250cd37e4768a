package studio.avatar.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
	void theSixthAttemptForANameFromAnAddressWaits() {
		for (int attempt = 1; attempt <= 5; attempt++) {
			wrong("anna", "10.0.0.1");
		}

		assertThat(this.throttle.begin("anna", "10.0.0.1")).contains(Duration.ofMinutes(1));
	}

	@Test
	void nobodyElseWaitsForIt() {
		for (int attempt = 1; attempt <= 6; attempt++) {
			wrong("anna", "10.0.0.1");
		}

		assertThat(right("anna", "10.0.0.2")).isTrue();
		assertThat(right("bert", "10.0.0.1")).isTrue();
	}

	@Test
	void afterFiftyFromAnAddressItWaitsWhateverTheName() {
		for (int attempt = 1; attempt <= 50; attempt++) {
			assertThat(wrong("name " + attempt, "10.0.0.1")).isTrue();
		}

		assertThat(this.throttle.begin("another", "10.0.0.1")).isPresent();
	}

	@Test
	void afterAHundredForANameItWaitsWhateverTheAddress() {
		for (int attempt = 1; attempt <= 100; attempt++) {
			assertThat(wrong("anna", "10.0.1." + attempt)).isTrue();
		}

		assertThat(this.throttle.begin("anna", "10.0.0.1")).isPresent();
	}

	@Test
	void whoSignedInFromThereIsNotKeptOutByWhatOthersDo() {
		right("anna", "10.0.0.1");
		for (int attempt = 1; attempt <= 50; attempt++) {
			wrong("name " + attempt, "10.0.0.1");
			wrong("anna", "10.0.1." + attempt);
			wrong("anna", "10.0.2." + attempt);
		}

		assertThat(right("anna", "10.0.0.1")).isTrue();
		assertThat(right("anna", "10.0.0.2")).isFalse();
	}

	@Test
	void theOneTooManyIsTold() {
		for (int attempt = 1; attempt <= 4; attempt++) {
			this.throttle.begin("anna", "10.0.0.1");
			assertThat(this.throttle.end("anna", "10.0.0.1", false)).isFalse();
		}

		this.throttle.begin("anna", "10.0.0.1");
		assertThat(this.throttle.end("anna", "10.0.0.1", false)).isTrue();
	}

	@Test
	void anAttemptCountsForAMinuteAndOneThatWaitedCountsNothing() {
		for (int attempt = 1; attempt <= 7; attempt++) {
			wrong("anna", "10.0.0.1");
			this.now = this.now.plusSeconds(1);
		}

		this.now = this.now.plusSeconds(53);

		assertThat(wrong("anna", "10.0.0.1")).isTrue();
		assertThat(this.throttle.begin("anna", "10.0.0.1")).contains(Duration.ofSeconds(1));
	}

	@Test
	void rightPasswordsNeverWait() {
		for (int attempt = 1; attempt <= 60; attempt++) {
			assertThat(right("anna", "10.0.0.1")).isTrue();
		}
	}

	@Test
	void aRightPasswordForgivesNoWrongOnes() {
		for (int attempt = 1; attempt <= 4; attempt++) {
			wrong("anna", "10.0.0.1");
			right("anna", "10.0.0.1");
		}
		wrong("anna", "10.0.0.1");

		assertThat(this.throttle.begin("anna", "10.0.0.1")).isPresent();
	}

	@Test
	void manyAtOnceStandInLineAndOnlyFiveOfThemAreTried() throws Exception {
		AtomicInteger tried = new AtomicInteger();
		List<Thread> guesses = new ArrayList<>();
		for (int guess = 0; guess < 40; guess++) {
			guesses.add(Thread.startVirtualThread(() -> {
				if (wrong("anna", "10.0.0.1")) {
					tried.incrementAndGet();
				}
			}));
		}
		for (Thread guess : guesses) {
			guess.join();
		}

		assertThat(tried).hasValue(5);
	}

	@Test
	void manyRightOnesAtOnceAreAllHeard() throws Exception {
		AtomicInteger heard = new AtomicInteger();
		List<Thread> calls = new ArrayList<>();
		for (int call = 0; call < 40; call++) {
			calls.add(Thread.startVirtualThread(() -> {
				if (this.throttle.begin("anna", "10.0.0.1").isEmpty()) {
					heard.incrementAndGet();
					Thread.yield();
					this.throttle.end("anna", "10.0.0.1", true);
				}
			}));
		}
		for (Thread call : calls) {
			call.join();
		}

		assertThat(heard).hasValue(40);
	}

	private boolean wrong(String name, String address) {
		return isHeard(name, address, false);
	}

	private boolean right(String name, String address) {
		return isHeard(name, address, true);
	}

	private boolean isHeard(String name, String address, boolean right) {
		boolean heard = this.throttle.begin(name, address).isEmpty();
		if (heard) {
			this.throttle.end(name, address, right);
		}
		return heard;
	}

}
