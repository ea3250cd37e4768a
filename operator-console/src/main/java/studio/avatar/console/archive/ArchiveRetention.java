package studio.avatar.console.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes days ahead of need and drops those that are too old. A record of a day that would
 * be dropped at once is not archived in the first place.
 */
@Component
class ArchiveRetention {

	private static final Logger log = LoggerFactory.getLogger(ArchiveRetention.class);

	/**
	 * A console that does no scheduled work for so long still has where to put things.
	 */
	private static final int DAYS_AHEAD = 2;

	private final ArchiveDays days;

	private final ArchiveSettings settings;

	private final Clock clock;

	ArchiveRetention(ArchiveDays days, ArchiveSettings settings, Clock clock) {
		this.days = days;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether records of that day are still kept. */
	boolean keeps(LocalDate day) {
		return !day.isBefore(today().minusDays(this.settings.retentionDays()));
	}

	void run() {
		this.days.make(IntStream.rangeClosed(0, DAYS_AHEAD).mapToObj((ahead) -> today().plusDays(ahead)).toList());
		List<LocalDate> old = this.days.all().stream().filter((day) -> !keeps(day)).toList();
		old.forEach(this.days::drop);
		if (!old.isEmpty()) {
			log.atInfo().addKeyValue("count", old.size()).log("Archived days dropped");
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
