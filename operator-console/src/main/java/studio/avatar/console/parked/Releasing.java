package studio.avatar.console.parked;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Redelivers records that waited behind a parked one of their key, as soon as none of
 * that key is in their way. What comes back from that, for whatever reason, is left to
 * operators.
 */
@Component
class Releasing {

	private static final Logger log = LoggerFactory.getLogger(Releasing.class);

	private static final int MOST = 1_000;

	/** Waits, and nothing of the same key is open or under way before it. */
	private static final String FREE = """
			w.waits and w.status = 'OPEN' and w.from_headers and not exists (
				select from parked_record h where h.consumer = w.consumer and h.record_key = w.record_key
					and ((h.status = 'OPEN' and not h.waits) or h.status = 'RETRYING'))
			""";

	/** Each time it was parked it goes out by itself once, whatever becomes of that. */
	private static final String NOT_RELEASED = """
			(select count(*) from parked_retry_item i join parked_retry t on t.id = i.retry_id
				where i.parked_id = w.id and t.kind = 'RELEASE')
			< (select count(*) from parked_attempt a where a.parked_id = w.id and a.replay_id is null)
			""";

	private final JdbcClient database;

	private final RetryStart start;

	Releasing(JdbcClient database, RetryStart start) {
		this.database = database;
		this.start = start;
	}

	/** How many wait for nothing any more. */
	long free() {
		return this.database.sql("select count(*) from parked_record w where " + FREE).query(Long.class).single();
	}

	/**
	 * What is free now and did not go out before goes out, for each consumer as one
	 * retry.
	 */
	void releaseWhatIsFree() {
		byConsumer(FREE + " and " + NOT_RELEASED).forEach((consumer, waiting) -> release(consumer, waiting));
	}

	private void release(String consumer, List<Long> waiting) {
		try {
			this.start.release(waiting, new Wish(whoSettled(waiting), "What they waited for is settled.", null));
		}
		catch (RuntimeException ex) { // one consumer's trouble is not that of the others
			log.atWarn()
				.addKeyValue("consumer", consumer)
				.addKeyValue("count", waiting.size())
				.setCause(ex)
				.log("Records that waited stay parked");
		}
	}

	/** An operator lets all go on that wait for nothing. */
	void releaseAll(Wish wish) {
		Map<String, List<Long>> free = byConsumer(FREE);
		if (free.isEmpty()) {
			throw new ParkedRefused("Nothing waits without a reason.");
		}
		free.values().forEach((waiting) -> this.start.release(waiting, wish));
	}

	private Map<String, List<Long>> byConsumer(String condition) {
		record Free(String consumer, long id) {
		}
		return this.database
			.sql("select w.consumer, w.id from parked_record w where %s order by w.id limit %d".formatted(condition,
					MOST))
			.query((row, number) -> new Free(row.getString("consumer"), row.getLong("id")))
			.list() // a stream would keep its connection
			.stream()
			.filter((one) -> new GroupName(one.consumer(), "").canBeRetried())
			.collect(Collectors.groupingBy(Free::consumer, Collectors.mapping(Free::id, Collectors.toList())));
	}

	/** The operator who retried or discarded what stood in the way. */
	private String whoSettled(List<Long> waiting) {
		return this.database.sql("""
				select a.operator from parked_action a join parked_record h on h.id = a.parked_id
				where (h.consumer, h.record_key) in (
					select consumer, record_key from parked_record where id in (:waiting))
				order by a.id desc limit 1""")
			.param("waiting", waiting)
			.query(String.class)
			.optional()
			.orElse("console");
	}

}
