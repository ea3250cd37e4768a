package studio.avatar.common.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.MessageCounters.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class MessageCountersTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final MessageCounters counters = new MessageCounters(this.meters);

	@Test
	void aRecordThatIsRetriedCountsOnceOnBothSides() {
		this.counters.received("c", at(0, 7));
		this.counters.received("c", at(0, 7));
		this.counters.settled("c", at(0, 7), Outcome.HANDLED);
		this.counters.settled("c", at(0, 7), Outcome.DUPLICATE);

		assertThat(this.counters.get("c", Outcome.RECEIVED)).isEqualTo(1);
		assertThat(this.counters.get("c", Outcome.HANDLED)).isEqualTo(1);
		assertThat(this.counters.get("c", Outcome.DUPLICATE)).isZero();
	}

	@Test
	void aRecordReadAgainAfterARebalanceIsNotCountedAnew() {
		this.counters.received("c", at(0, 7));
		this.counters.received("c", at(0, 8));
		this.counters.received("c", at(0, 7));

		assertThat(this.counters.get("c", Outcome.RECEIVED)).isEqualTo(2);
	}

	@Test
	void partitionsAndConsumersAreCountedApart() {
		this.counters.received("c", at(0, 7));
		this.counters.received("c", at(1, 7));
		this.counters.received("d", at(0, 7));

		assertThat(this.counters.get("c", Outcome.RECEIVED)).isEqualTo(2);
		assertThat(this.counters.get("d", Outcome.RECEIVED)).isEqualTo(1);
	}

	@Test
	void operatorsFindThemByConsumerAndOutcome() {
		this.counters.settled("gallery/chat.gallery", at(0, 0), Outcome.PARKED);

		assertThat(this.meters.get("messages")
			.tag("consumer", "gallery/chat.gallery")
			.tag("outcome", "parked")
			.counter()
			.count()).isEqualTo(1);
	}

	private static Place at(int partition, long offset) {
		return new Place("topic", partition, offset);
	}

}
