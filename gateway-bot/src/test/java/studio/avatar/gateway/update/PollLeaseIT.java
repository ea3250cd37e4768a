package studio.avatar.gateway.update;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.TelegramSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** One of many asks Telegram. */
class PollLeaseIT extends GatewayUnderTest {

	private static final TelegramSettings BOT = bot(Duration.ofSeconds(60));

	private PollLease one;

	private PollLease other;

	@BeforeEach
	void begin() {
		this.one = new PollLease(this.database, BOT);
		this.other = new PollLease(this.database, BOT);
	}

	@AfterEach
	void end() {
		this.one.end();
		this.other.end();
		this.database.sql("delete from poll_lease where bot_id = 88888").update();
	}

	@Test
	void oneHasItAndKeepsIt() {
		assertThat(this.one.take()).contains(1L);
		assertThat(this.other.take()).isEmpty();
		assertThat(this.one.take()).contains(1L);
		assertThat(this.one.isHeld()).isTrue();
		assertThat(this.other.isHeld()).isFalse();
	}

	@Test
	void whatIsGivenBackIsFreeAtOnceUnderANewTerm() {
		this.one.take();
		this.one.giveBack();
		assertThat(this.one.isHeld()).isFalse();
		assertThat(this.other.take()).contains(2L);
		assertThat(this.one.take()).isEmpty();
	}

	@Test
	void aLivingHolderKeepsItLongerThanItLasts() {
		this.one.take();
		awaiting().during(Duration.ofSeconds(7)).until(() -> this.other.take().isEmpty());
		assertThat(this.one.isHeld()).isTrue();
	}

	@Test
	void aDeadHolderIsFollowedWithinTenSeconds() {
		this.one.take();
		long died = System.nanoTime();

		this.one.end();

		awaiting().until(() -> this.other.take().isPresent());
		assertThat(Duration.ofNanos(System.nanoTime() - died)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
		assertThat(this.one.isHeld()).isFalse();
		assertThat(this.one.take()).isEmpty();
	}

	@Test
	void aHolderThatAsksNoMoreIsFollowedThoughItLives() {
		PollLease hangs = new PollLease(this.database, bot(Duration.ofSeconds(1)));
		AtomicBoolean told = new AtomicBoolean();
		hangs.onLoss(() -> told.set(true));
		try {
			hangs.take();

			awaiting().atMost(Duration.ofSeconds(6)).until(() -> this.other.take().isPresent());

			awaiting().untilTrue(told);
			assertThat(hangs.isHeld()).isFalse();
			assertThat(hangs.take()).isEmpty();
		}
		finally {
			hangs.end();
		}
	}

	@Test
	void whoNeverHadItGivesNothingBack() {
		this.one.take();
		this.other.giveBack();
		assertThat(this.other.take()).isEmpty();
	}

	private static TelegramSettings bot(Duration callTimeout) {
		return new TelegramSettings(URI.create("http://127.0.0.1:1"), "88888:lease", Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(1), callTimeout);
	}

}
