package studio.avatar.console.parked;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets records that were settled long ago, with their attempts and their retries: what
 * people said is kept no longer than the archive keeps it.
 */
@Component
class ParkedRetention {

	private static final int AT_ONCE = 200;

	private final JdbcClient database;

	private final ParkedSettings settings;

	private final Clock clock;

	ParkedRetention(JdbcClient database, ParkedSettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/** Some of them; how many. */
	@Transactional
	int forgetSome() {
		List<Long> old = this.database.sql("""
				select id from parked_record
				where status in ('HANDLED', 'DISCARDED', 'EDITED') and settled_at < :before
				order by settled_at limit :most for update skip locked""")
			.param("before", Timestamp.from(this.clock.instant().minus(this.settings.keepSettled())))
			.param("most", AT_ONCE)
			.query(Long.class)
			.list();
		if (!old.isEmpty()) {
			List.of("parked_attempt", "parked_action", "parked_edit", "parked_retry_item")
				.forEach((table) -> delete(table, "parked_id", old));
			delete("parked_record", "id", old);
			forgetEmptyRetries();
		}
		return old.size();
	}

	private void delete(String table, String column, List<Long> old) {
		this.database.sql("delete from %s where %s in (:old)".formatted(table, column)).param("old", old).update();
	}

	private void forgetEmptyRetries() {
		String empty = "not exists (select from parked_retry_item i where i.retry_id = t.id) and t.state <> 'RUNNING'";
		this.database
			.sql("delete from parked_batch where retry_id in (select t.id from parked_retry t where %s)"
				.formatted(empty))
			.update();
		this.database.sql("delete from parked_retry t where " + empty).update();
	}

}
