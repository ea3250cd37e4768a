package studio.avatar.console.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.console.overview.JobLook.Stuck;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void theWorstIsSaidFirst() {
		assertThat(headline(NOON, List.of(), ConsumerHealth.STUCK).words()).startsWith("The broker does not answer.");
		assertThat(headline(null, List.of(stuck()), ConsumerHealth.STUCK, ConsumerHealth.NOBODY))
			.isEqualTo(new Headline("Stuck: gallery/t0. No instance to be heard of: gallery.", "bad"));
		assertThat(headline(null, List.of(stuck()), ConsumerHealth.PAUSED))
			.isEqualTo(new Headline("1 job stands still longer than expected.", "warn"));
		assertThat(headline(null, List.of(), ConsumerHealth.PAUSED, ConsumerHealth.BEHIND))
			.isEqualTo(new Headline("Paused: gallery/t0. Behind: gallery/t1.", "warn"));
	}

	@Test
	void onlyWhenAllIsKnownAllIsWell() {
		assertThat(headline(null, List.of(), ConsumerHealth.KEEPING_UP, ConsumerHealth.UNKNOWN).tone()).isEmpty();
		assertThat(headline(null, List.of(), ConsumerHealth.KEEPING_UP, ConsumerHealth.KEEPING_UP))
			.isEqualTo(new Headline("All 2 consumers keep up.", "good"));
	}

	@Test
	void whoIsNotHeardYetIsNotMissed() {
		ServiceLook awaited = ServiceLook.of("gallery", List.of(), false, 0);
		ServiceLook missed = ServiceLook.of("gallery", List.of(), true, 0);

		assertThat(awaited.getLines()).containsExactly(new ServiceLine("not heard yet", "soft"));
		assertThat(missed.getLines()).containsExactly(new ServiceLine("not heard of", "bad"));
		assertThat(Headline.of(overview(null, List.of(awaited), List.of(), List.of())).words())
			.startsWith("The console has just begun to listen");
	}

	private static Headline headline(@Nullable Instant brokerAwaySince, List<Stuck> stuck, ConsumerHealth... health) {
		List<ConsumerHealth> all = Arrays.asList(health);
		List<ConsumerLook> consumers = all.stream()
			.map((one) -> new ConsumerLook("gallery/t" + all.indexOf(one), "gallery", "t", 0L, 0.0, 1, 0, 0, 0, 0, one))
			.toList();
		return Headline.of(overview(brokerAwaySince, List.of(), consumers, stuck));
	}

	private static Overview overview(@Nullable Instant brokerAwaySince, List<ServiceLook> services,
			List<ConsumerLook> consumers, List<Stuck> stuck) {
		return new Overview(NOON, "10m", NOON, brokerAwaySince, services, consumers, List.of(),
				new JobLook(stuck, List.of()), List.of(), 0, new Spend(null, List.of(), 0, 0), List.of());
	}

	private static Stuck stuck() {
		return new Stuck("training", "training", "0b7c", "submitted", 42, NOON, null, null);
	}

}
