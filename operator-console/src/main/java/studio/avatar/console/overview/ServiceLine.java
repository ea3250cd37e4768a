package studio.avatar.console.overview;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * One line about a service on the map.
 *
 * @param tone how it is drawn: soft, warn or bad
 */
public record ServiceLine(String text, String tone) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

	/** An event is published at once: one that has waited this long is in trouble. */
	private static final Duration LONG = Duration.ofSeconds(10);

	static List<ServiceLine> of(ServiceLook service) {
		List<ServiceLine> lines = new ArrayList<>();
		lines.add(life(service));
		if (service.outboxSize() != null && service.outboxAge() != null) {
			lines.add(outbox(service.outboxSize(), service.outboxAge()));
		}
		if (service.jobs() > 0) {
			lines.add(new ServiceLine(service.jobs() + ((service.jobs() == 1) ? " job" : " jobs"), "soft"));
		}
		if (service.stuck() > 0) {
			lines.add(new ServiceLine(service.stuck() + " stuck", "warn"));
		}
		if (service.parkedOpen() > 0) {
			lines.add(new ServiceLine(service.parkedOpen() + " parked", "bad"));
		}
		return lines;
	}

	private static ServiceLine life(ServiceLook service) {
		if (service.asOf() == null) {
			return service.awaited() ? new ServiceLine("not heard yet", "soft")
					: new ServiceLine("not heard of", "bad");
		}
		if (!service.alive()) {
			return new ServiceLine("silent since " + TIME.format(service.asOf()), "bad");
		}
		long awake = service.getAwake();
		return new ServiceLine(awake + ((awake == 1) ? " instance" : " instances"), "soft");
	}

	private static ServiceLine outbox(long size, Duration age) {
		if (size == 0) {
			return new ServiceLine("outbox empty", "soft");
		}
		return new ServiceLine("outbox %d, %d s".formatted(size, age.toSeconds()),
				(age.compareTo(LONG) > 0) ? "bad" : "soft");
	}

}
