package studio.avatar.sandbox.telegram.payment;

import java.time.Duration;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.avatar.sandbox.telegram.payment.Checkouts.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

class CheckoutsTests {

	private final Checkouts checkouts = new Checkouts(InstantSource.system());

	@Test
	@Timeout(5)
	void anAnswerThatComesBeforeAnybodyWaitsForItCounts() {
		Checkout checkout = this.checkouts.begin();
		this.checkouts.answer(checkout.queryId(), "sold out");

		assertThat(this.checkouts.await(checkout)).contains("sold out");
	}

	@Test
	void anAnswerIsTakenOnce() {
		Checkout checkout = this.checkouts.begin();

		assertThat(this.checkouts.answer(checkout.queryId(), "")).isTrue();
		assertThat(this.checkouts.answer(checkout.queryId(), "")).isFalse();
	}

	@Test
	void afterTenSecondsTheAnswerIsTooLate() {
		InstantSource start = InstantSource.system();
		long[] seconds = { 0 };
		Checkouts impatient = new Checkouts(() -> start.instant().plus(Duration.ofSeconds(seconds[0]++ * 11)));
		Checkout checkout = impatient.begin();

		assertThat(impatient.await(checkout)).isEmpty();
		assertThat(impatient.answer(checkout.queryId(), "")).isFalse();
	}

}
