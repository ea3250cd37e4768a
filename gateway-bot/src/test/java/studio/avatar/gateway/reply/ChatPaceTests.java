package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of turns that were booked ahead. */
class ChatPaceTests {

	private static final Duration AHEAD = Duration.ofMillis(400);

	private static final Duration NOW = Duration.ZERO;

	private final AtomicLong nanos = new AtomicLong();

	private final Desk desk = new Desk();

	private final ChatPace pace = new ChatPace(this.desk, this.nanos::get);

	@Test
	void aBookedTurnIsUsedOnceAndTakesNoOther() {
		assertThat(this.pace.untilNewMessage(7)).isEqualTo(AHEAD);
		pass(AHEAD);

		assertThat(List.of(this.pace.untilNewMessage(7), this.pace.untilNewMessage(7))).containsExactly(NOW, AHEAD);
		assertThat(this.desk.asked).containsExactly("chat 7", "chat 7");
	}

	@Test
	void aBookedTurnIsNoneASecondAfterItsTime() {
		this.pace.untilNewMessage(7);
		pass(AHEAD.plusSeconds(1));

		assertThat(this.pace.untilNewMessage(7)).isEqualTo(AHEAD);
	}

	@Test
	void whatWasBookedBeforeAPeaceIsNoTurnAfterIt() {
		List.of(1L, 2L, 3L).forEach(this.pace::untilNewMessage);
		List.of(1L, 2L, 3L).forEach(this.pace::restInPeace);
		pass(AHEAD);

		assertThat(List.of(1L, 2L, 3L)).allSatisfy((chat) -> assertThat(this.pace.untilNewMessage(chat)).isPositive());
	}

	@Test
	void aTurnOfProgressPaysForNoNewMessage() {
		this.pace.untilProgress(7);
		pass(AHEAD);

		assertThat(this.pace.untilNewMessage(7)).isEqualTo(AHEAD);
		assertThat(this.desk.asked).containsExactly("all", "chat 7");
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	/** Where every turn is a bit ahead. */
	private static final class Desk extends Turns {

		private final List<String> asked = new ArrayList<>();

		Desk() {
			super(JdbcClient.create(new DriverManagerDataSource()),
					new ReplySettings(AHEAD, 5, AHEAD, 20, 30, AHEAD, 1, AHEAD, AHEAD, AHEAD));
		}

		@Override
		Turn take(long chatId, Urgency urgency) {
			this.asked.add("chat " + chatId);
			return new Turn(true, false, AHEAD);
		}

		@Override
		Turn take(Urgency urgency) {
			this.asked.add("all");
			return new Turn(true, false, AHEAD);
		}

	}

}
