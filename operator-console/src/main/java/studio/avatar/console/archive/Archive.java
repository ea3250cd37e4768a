package studio.avatar.console.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.messaging.Place;

/**
 * What the archive is asked. A search that takes too long is given up and says so; none
 * holds up taking in. Longer than most, since all questions share one patience.
 */
@Component
public class Archive {

	/** Its consumer group, whose lag is what the archive does not have yet. */
	public static final String GROUP = "console/archive";

	/** {@link #count} counts no further. */
	public static final long COUNTED = 100_001;

	private static final int LONGEST_STORY = 2_000;

	private static final String NEWEST_FIRST = """

			order by day desc, recorded_at desc, topic desc, topic_partition desc, topic_offset desc limit :rows""";

	private static final String BEHIND = """

			and day <= :cursor_day
			and (day, recorded_at, topic, topic_partition, topic_offset)
			  < (:cursor_day, :cursor_at, :cursor_topic, :cursor_partition, :cursor_offset)""";

	private final JdbcClient database;

	private final TransactionTemplate reading;

	private final Duration patience;

	Archive(JdbcClient database, PlatformTransactionManager transactions, ArchiveSettings settings) {
		this.database = database;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
		this.patience = settings.searchPatience();
	}

	/**
	 * Looks for records, newest first; without their values.
	 * @param after where the page before ended; absent for the first
	 * @throws SearchTookTooLong when it was given up
	 */
	public List<ArchivedRecord> find(EventSearch search, @Nullable Cursor after, int limit) {
		return patiently(() -> {
			StatementSpec query = asked(search, "select " + ArchivedRow.LISTED + " from archived_event where ",
					((after != null) ? BEHIND : "") + NEWEST_FIRST);
			return behind(query, after).param("rows", limit).query(ArchivedRow::read).list();
		});
	}

	/** The record that stands there; the newest if a topic was made anew. */
	public Optional<ArchivedRecord> record(Place place) {
		return records(List.of(place)).stream().findFirst();
	}

	/** The records that stand there, in this order; what is not archived is left out. */
	public List<ArchivedRecord> records(Collection<Place> places) {
		return patiently(() -> this.database.sql("""
				select distinct on (wanted.number) %s
				  from unnest(:topics, :partitions, :offsets) with ordinality
				    as wanted (in_topic, in_partition, at_offset, number)
				  join archived_event on topic = in_topic and topic_partition = in_partition
				                     and topic_offset = at_offset
				order by wanted.number, day desc, recorded_at desc
				""".formatted(ArchivedRow.COLUMNS))
			.param("topics", places.stream().map(Place::topic).toArray(String[]::new))
			.param("partitions", places.stream().map(Place::partition).toArray(Integer[]::new))
			.param("offsets", places.stream().map(Place::offset).toArray(Long[]::new))
			.query(ArchivedRow::read)
			.list());
	}

	/**
	 * The records of a partition behind an offset that were recorded after a moment, in
	 * its order; what is not archived is left out.
	 */
	public List<ArchivedRecord> after(String topic, int partition, long offset, Instant since, int limit) {
		return patiently(() -> this.database.sql("select " + ArchivedRow.COLUMNS + """

				from archived_event where topic = :topic and topic_partition = :partition and topic_offset > :offset
				and recorded_at > :since order by topic, topic_partition, topic_offset limit :rows""")
			.param("topic", topic)
			.param("partition", partition)
			.param("offset", offset)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("rows", limit)
			.query(ArchivedRow::read)
			.list());
	}

	/**
	 * Whether a partition has records up to an offset that were recorded after a moment.
	 * Of a topic that was read up to that offset at that moment it says that the topic
	 * was made anew.
	 */
	public boolean hasLater(String topic, int partition, long upTo, Instant moment) {
		return patiently(() -> this.database.sql("""
				select exists (select 1 from archived_event where topic = :topic and topic_partition = :partition
					and topic_offset <= :offset and day >= :day and recorded_at > :moment)""")
			.param("topic", topic)
			.param("partition", partition)
			.param("offset", upTo)
			.param("day", LocalDate.ofInstant(moment, ZoneOffset.UTC))
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single());
	}

	/**
	 * Everything with one correlation id, oldest first, at most 2,000; without values.
	 */
	public List<ArchivedRecord> story(String correlationId) {
		return patiently(() -> this.database.sql("select " + ArchivedRow.LISTED + """

				from archived_event where correlation_id = :correlation
				order by recorded_at, event_time, topic, topic_partition, topic_offset limit :rows""")
			.param("correlation", correlationId)
			.param("rows", LONGEST_STORY)
			.query(ArchivedRow::read)
			.list());
	}

	/**
	 * The records of a topic about any of these keys, oldest first, at most 100; without
	 * values.
	 */
	public List<ArchivedRecord> about(String topic, Collection<String> keys) {
		return keys.isEmpty() ? List.of()
				: patiently(() -> this.database.sql("select " + ArchivedRow.LISTED + """

						from archived_event where topic = :topic and record_key in (:keys)
						order by recorded_at, topic_partition, topic_offset limit 100""")
					.param("topic", topic)
					.param("keys", keys)
					.query(ArchivedRow::read)
					.list());
	}

	/**
	 * How many records a search finds, counted up to {@value #COUNTED}.
	 * @throws SearchTookTooLong when it was given up
	 */
	public long count(EventSearch search) {
		return patiently(() -> asked(search, "select count(*) from (select 1 from archived_event where ",
				" limit :rows) as found")
			.param("rows", COUNTED)
			.query(Long.class)
			.single());
	}

	/**
	 * How many records a search finds in each step of time that has any, by its
	 * beginning.
	 * @param search should say a time; without one every day is counted
	 * @param step of whole seconds; steps begin as UTC counts hours and days
	 * @throws SearchTookTooLong when it was given up
	 */
	public Map<Instant, Long> counts(EventSearch search, Duration step) {
		Map<Instant, Long> counts = new LinkedHashMap<>();
		patiently(() -> {
			asked(search, """
					select date_bin(make_interval(secs => :step), recorded_at, 'epoch'::timestamptz) as step, count(*)
					from archived_event where""" + ' ', " group by 1 order by 1").param("step", step.toSeconds())
				.query((row) -> {
					counts.put(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2));
				});
			return counts;
		});
		return counts;
	}

	private StatementSpec asked(EventSearch search, String before, String behind) {
		Criteria criteria = search.where();
		return this.database.sql(before + criteria.sql() + ' ' + behind).params(criteria.parameters());
	}

	private static StatementSpec behind(StatementSpec query, @Nullable Cursor after) {
		return (after == null) ? query
				: query.param("cursor_day", LocalDate.ofInstant(after.recordedAt(), ZoneOffset.UTC))
					.param("cursor_at", after.recordedAt().atOffset(ZoneOffset.UTC))
					.param("cursor_topic", after.place().topic())
					.param("cursor_partition", after.place().partition())
					.param("cursor_offset", after.place().offset());
	}

	/** Compiling a plan for ninety days takes longer than most searches. */
	private <T> T patiently(Supplier<T> search) {
		try {
			return this.reading.execute((status) -> {
				this.database.sql("select set_config('statement_timeout', ?, true), set_config('jit', 'off', true)")
					.param(Long.toString(this.patience.toMillis()))
					.query()
					.listOfRows();
				return search.get();
			});
		}
		catch (QueryTimeoutException ex) {
			throw new SearchTookTooLong(this.patience, ex);
		}
	}

}
