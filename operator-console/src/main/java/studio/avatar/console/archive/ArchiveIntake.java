package studio.avatar.console.archive;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes records in, a batch in one transaction. Counts them as {@code archive.records}
 * with the outcome {@code archived}, {@code again} (it was there) or {@code too_old}.
 */
@Component
class ArchiveIntake {

	private static final Logger log = LoggerFactory.getLogger(ArchiveIntake.class);

	private final ArchivedRows rows;

	private final ArchiveDays days;

	private final ArchiveRetention retention;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher news;

	private final MeterRegistry meters;

	ArchiveIntake(ArchivedRows rows, ArchiveDays days, ArchiveRetention retention,
			PlatformTransactionManager transactions, ApplicationEventPublisher news, MeterRegistry meters) {
		this.rows = rows;
		this.days = days;
		this.retention = retention;
		this.transaction = new TransactionTemplate(transactions);
		this.news = news;
		this.meters = meters;
	}

	/**
	 * Archives a batch. What leaves as an exception (the database is away) is to be tried
	 * again with the whole batch; what was kept is not kept twice.
	 */
	void take(List<ConsumerRecord<byte[], byte[]>> batch) {
		List<Arrival> kept = batch.stream()
			.map(Arrival::of)
			.filter((arrival) -> this.retention.keeps(arrival.day()))
			.toList();
		List<Arrival> fresh = archive(kept);
		count("too_old", batch.size() - kept.size());
		count("archived", fresh.size());
		count("again", kept.size() - fresh.size());
		tell(fresh);
	}

	private List<Arrival> archive(List<Arrival> arrivals) {
		try {
			this.days.make(arrivals.stream().map(Arrival::day).toList());
			return insert(arrivals);
		}
		catch (RuntimeException ex) {
			this.days.forget();
			throwUnlessAboutRecords(ex);
			log.atWarn().addKeyValue("count", arrivals.size()).setCause(ex).log("Records are archived one by one");
			return arrivals.stream().flatMap((arrival) -> archiveAlone(arrival).stream()).toList();
		}
	}

	/** As it is, else without its body, else nothing but its bytes. */
	private List<Arrival> archiveAlone(Arrival arrival) {
		try {
			return insert(List.of(arrival));
		}
		catch (RuntimeException ex) {
			throwUnlessAboutRecords(ex);
		}
		try {
			return insert(List.of(arrival.withoutBody()));
		}
		catch (RuntimeException ex) {
			throwUnlessAboutRecords(ex);
			return insert(List.of(arrival.bare()));
		}
	}

	private List<Arrival> insert(List<Arrival> arrivals) {
		return Objects.requireNonNull(this.transaction.execute((status) -> this.rows.insert(arrivals)));
	}

	/**
	 * By SQLSTATE: 22 what was given is no such value, 54 it is too large or too deep.
	 * What never reached the database has none, and is about what was to be written.
	 */
	private static void throwUnlessAboutRecords(RuntimeException failure) {
		boolean aboutRecords = switch (NestedExceptionUtils.getMostSpecificCause(failure)) {
			case SQLException refused -> refused.getSQLState() != null && refused.getSQLState().matches("22...|54...");
			default -> !(failure instanceof DataAccessException || failure instanceof TransactionException);
		};
		if (!aboutRecords) {
			throw failure;
		}
	}

	private void count(String outcome, int records) {
		this.meters.counter("archive.records", "outcome", outcome).increment(records);
	}

	/** Whoever listens has nothing to say about what is archived. */
	private void tell(List<Arrival> fresh) {
		if (fresh.isEmpty()) {
			return;
		}
		try {
			this.news.publishEvent(new ArchivedBatch(fresh.stream().map(Arrival::record).toList()));
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("Records are archived, but a listener failed");
		}
	}

}
