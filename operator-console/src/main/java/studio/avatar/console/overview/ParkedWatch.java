package studio.avatar.console.overview;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import studio.avatar.console.parked.ParkedCounts;

/** Notes again and again how many records are parked, so that it can be drawn. */
@Component
class ParkedWatch extends Ticking {

	private final ParkedCounts parked;

	private final Samples samples;

	private final Clock clock;

	ParkedWatch(ParkedCounts parked, Samples samples, OverviewSettings settings, Clock clock) {
		super("parked-watch", settings.lookEvery());
		this.parked = parked;
		this.samples = samples;
		this.clock = clock;
	}

	@Override
	void tick() {
		Map<String, Long> open = this.parked.openByConsumer();
		Set<String> consumers = new HashSet<>(ConsumerGroups.catalogue().keySet());
		consumers.addAll(open.keySet());
		this.samples.add(this.clock.instant(),
				consumers.stream()
					.map((consumer) -> new Sample(Measure.PARKED_OPEN, consumer, open.getOrDefault(consumer, 0L)))
					.toList());
	}

}
