package studio.avatar.gateway.reply;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RateTests {

	@ParameterizedTest
	@CsvSource({ "PT1S, 30, 3", "PT1M, 20, 5", "PT1S, 2, 0", "PT1S, 2, 9" })
	void aBurstAndWhatFollowsItStayWithinTheSpan(Duration span, int most, int burst) {
		Turns.Rate rate = Turns.Rate.within(span, most, burst);

		assertThat(rate.burst()).isPositive();
		assertThat(rate.burst() + span.dividedBy(rate.step())).isLessThanOrEqualTo(most);
	}

}
