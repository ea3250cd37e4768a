package studio.avatar.console.overview;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import studio.avatar.console.parked.ParkedCounts;

/** Notes again and again how many records are parked, so that it can be drawn. */
@Component
class ParkedWatch extends Ticking {

	private final ParkedCounts parked;

	private final Samples samples;

	private final Gauges gauges;

	private final Clock clock;

	ParkedWatch(ParkedCounts parked, Samples samples, Gauges gauges, OverviewSettings settings, Clock clock) {
		super("parked-watch", settings.lookEvery());
		this.parked = parked;
		this.samples = samples;
		this.gauges = gauges;
		this.clock = clock;
	}

	@Override
	void tick() {
		Map<String, Long> open = new TreeMap<>();
		ConsumerGroups.catalogue().keySet().forEach((consumer) -> open.put(consumer, 0L));
		open.putAll(this.parked.openByConsumer());
		this.gauges.parked(open);
		this.samples.add(this.clock.instant(),
				open.entrySet()
					.stream()
					.map((consumer) -> new Sample(Measure.PARKED_OPEN, consumer.getKey(), consumer.getValue()))
					.toList());
	}

}
