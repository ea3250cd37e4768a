package studio.avatar.gateway.reply;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenBucketTests {

	private static final long SECOND = 1_000_000_000L;

	private final TokenBucket bucket = new TokenBucket(2, Duration.ofSeconds(1), 0);

	@Test
	void aBurstGoesAtOnceAndTheNextWaits() {
		this.bucket.take(0);
		this.bucket.take(0);

		assertThat(this.bucket.missing(0)).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.bucket.missing(SECOND)).isZero();
	}

	@Test
	void quietTimeFillsItOnlyToTheBurst() {
		this.bucket.take(0);

		assertThat(this.bucket.isFull(100 * SECOND)).isTrue();
		this.bucket.take(100 * SECOND);
		this.bucket.take(100 * SECOND);
		assertThat(this.bucket.missing(100 * SECOND)).isPositive();
	}

	@Test
	void aTurnTakenAheadMakesTheNextWaitLonger() {
		this.bucket.take(0);
		this.bucket.take(0);
		this.bucket.take(0);

		assertThat(this.bucket.missing(0)).isEqualTo(Duration.ofSeconds(2));
	}

}
