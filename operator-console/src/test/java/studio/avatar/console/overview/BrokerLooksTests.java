package studio.avatar.console.overview;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerLooksTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private final BrokerLooks looks = new BrokerLooks();

	@Test
	void ratesAreTheRiseDuringTheLastMinute() {
		look(0, 5, 100, 1_000);
		look(50, 5, 150, 1_100);
		look(80, 5, 180, 1_160);

		assertThat(this.looks.read("gallery/chat.gallery")).hasValue(1.0);
		assertThat(this.looks.written("chat.gallery")).hasValue(2.0);
	}

	@Test
	void aSingleLookTellsNoRate() {
		look(0, 5, 100, 1_000);

		assertThat(this.looks.read("gallery/chat.gallery")).isEmpty();
		assertThat(this.looks.written("chat.gallery")).isEmpty();
	}

	@Test
	void aConsumerMovesWhenItReadsOrHasNothingToRead() {
		look(0, 0, 100, 1_000);
		look(10, 3, 100, 1_003);
		look(20, 2, 101, 1_003);
		look(30, 2, 101, 1_003);

		assertThat(this.looks.movedAt("gallery/chat.gallery")).hasValue(NOON.plusSeconds(20));
	}

	@Test
	void aTopicThatWasMadeAnewHasNoNegativeRate() {
		look(0, 0, 100, 1_000);
		look(10, 0, 0, 5);

		assertThat(this.looks.written("chat.gallery")).isEmpty();
	}

	@Test
	void whileTheBrokerIsAwayWhatItSaidLastStays() {
		look(0, 5, 100, 1_000);

		this.looks.failed(NOON.plusSeconds(5));
		this.looks.failed(NOON.plusSeconds(10));

		assertThat(this.looks.awaySince()).hasValue(NOON.plusSeconds(5));
		assertThat(this.looks.newest()).isPresent();
	}

	private void look(int second, long waiting, long read, long end) {
		this.looks.add(new BrokerLook(NOON.plusSeconds(second),
				Map.of("gallery/chat.gallery", new GroupLag(waiting, read)), Map.of("chat.gallery", end), 0));
	}

}
