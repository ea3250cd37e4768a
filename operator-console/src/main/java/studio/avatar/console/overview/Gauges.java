package studio.avatar.console.overview;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.springframework.stereotype.Component;

/**
 * What the overview knows and no service says of itself, for those who measure:
 * {@code consumer.lag}, also of consumers that nobody runs, and {@code parked.open}, both
 * by consumer. What is not known is absent.
 */
@Component
class Gauges {

	private final MultiGauge lag;

	private final MultiGauge parked;

	Gauges(MeterRegistry meters) {
		this.lag = MultiGauge.builder("consumer.lag").description("Records that are not read yet").register(meters);
		this.parked = MultiGauge.builder("parked.open").description("Parked records, not settled").register(meters);
	}

	void lag(BrokerLook look) {
		this.lag.register(look.groups()
			.entrySet()
			.stream()
			.map((group) -> row(group.getKey(), group.getValue().waiting()))
			.toList(), true);
	}

	/** The broker says nothing: an old figure would look like a good one. */
	void lagNotKnown() {
		this.lag.register(List.of(), true);
	}

	void parked(Map<String, Long> open) {
		this.parked.register(open.entrySet().stream().map(Gauges::row).toList(), true);
	}

	private static Row<Number> row(Entry<String, Long> consumer) {
		return row(consumer.getKey(), consumer.getValue());
	}

	private static Row<Number> row(String consumer, long value) {
		return Row.of(Tags.of("consumer", consumer), value);
	}

}
