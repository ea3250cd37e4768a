package studio.avatar.console.archive;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partitions of the archive, one for each UTC day. A day is made beside the table and
 * then attached, so that neither taking in nor a search waits for it.
 */
@Component
class ArchiveDays {

	private static final String NAME = "archived_event_";

	/** Two who make the same day take turns. */
	private static final long ONE_AT_A_TIME = 0x61_72_63_68_69_76_65L;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

	ArchiveDays(JdbcClient database, PlatformTransactionManager transactions) {
		this.database = database;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Makes those that are not there yet. */
	void make(Collection<LocalDate> days) {
		List<LocalDate> unknown = days.stream().distinct().filter((day) -> !this.known.contains(day)).toList();
		unknown.forEach(this::makeOne);
		this.known.addAll(unknown);
	}

	/** The next look is at the database: somebody else may have dropped one. */
	void forget() {
		this.known.clear();
	}

	/** All days there are, oldest first. */
	List<LocalDate> all() {
		return this.database.sql("""
				select child.relname from pg_inherits
				  join pg_class child on child.oid = inhrelid
				 where inhparent = 'archived_event'::regclass order by 1
				""")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> table.matches(NAME + "\\d{8}"))
			.map((table) -> LocalDate.parse(table.substring(NAME.length()), DateTimeFormatter.BASIC_ISO_DATE))
			.toList();
	}

	/**
	 * Drops a day with all its records. Waits for searches, but only briefly, since
	 * taking in would wait behind it.
	 */
	void drop(LocalDate day) {
		this.known.remove(day);
		this.transaction.executeWithoutResult((status) -> {
			run("set local lock_timeout = '2s'");
			run("drop table if exists " + table(day));
		});
	}

	private void makeOne(LocalDate day) {
		this.transaction.executeWithoutResult((status) -> {
			this.database.sql("select pg_advisory_xact_lock(?)").param(ONE_AT_A_TIME).query().listOfRows();
			if (!isThere(day)) {
				run("create table %s (like archived_event)".formatted(table(day)));
				run("alter table archived_event attach partition %s for values from ('%s') to ('%s')"
					.formatted(table(day), day, day.plusDays(1)));
			}
		});
	}

	private boolean isThere(LocalDate day) {
		return this.database.sql("select to_regclass(?) is not null").param(table(day)).query(Boolean.class).single();
	}

	private void run(String statement) {
		this.database.sql(statement).update();
	}

	private static String table(LocalDate day) {
		return NAME + day.format(DateTimeFormatter.BASIC_ISO_DATE);
	}

}
