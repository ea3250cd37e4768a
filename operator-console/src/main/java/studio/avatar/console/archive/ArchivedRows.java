package studio.avatar.console.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Place;

/**
 * Writes arrivals into the table, all with one statement; what is there stays as it is.
 */
@Component
class ArchivedRows {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String INSERT = """
			insert into archived_event (day, topic, topic_partition, topic_offset, recorded_at, event_id, event_type,
				source, record_key, correlation_id, causation_id, event_time, headers, value, body, words,
				key_bytes, fingerprint)
			select cast(arrived.day as date), arrived.topic, arrived.topic_partition, arrived.topic_offset,
				cast(arrived.recorded_at as timestamptz), arrived.event_id, arrived.event_type, arrived.source,
				arrived.record_key, arrived.correlation_id, arrived.causation_id,
				cast(arrived.event_time as timestamptz), cast(arrived.headers as jsonb), arrived.value,
				cast(arrived.body as jsonb), cast(arrived.words as tsvector), arrived.key_bytes,
				arrived.fingerprint
			  from unnest(:days, :topics, :partitions, :offsets, :recordedAts, :ids, :types, :sources, :keys,
				:correlations, :causations, :eventTimes, :headers, :values, :bodies, :words, :keyBytes,
				:fingerprints)
			    as arrived (day, topic, topic_partition, topic_offset, recorded_at, event_id, event_type, source,
				record_key, correlation_id, causation_id, event_time, headers, value, body, words, key_bytes, fingerprint)
			on conflict do nothing
			returning topic, topic_partition, topic_offset, fingerprint
			""";

	private final JdbcClient database;

	ArchivedRows(JdbcClient database) {
		this.database = database;
	}

	/** Inserts them; those that were not there before, in their order. */
	List<Arrival> insert(List<Arrival> arrivals) {
		Set<Inserted> inserted = new HashSet<>(this.database.sql(INSERT)
			.param("days", texts(arrivals, (arrival) -> arrival.day().toString()))
			.param("topics", texts(arrivals, (arrival) -> arrival.record().place().topic()))
			.param("partitions", of(arrivals, (arrival) -> arrival.record().place().partition(), new Integer[0]))
			.param("offsets", of(arrivals, (arrival) -> arrival.record().place().offset(), new Long[0]))
			.param("recordedAts", texts(arrivals, (arrival) -> arrival.record().recordedAt().toString()))
			.param("ids", texts(arrivals, (arrival) -> arrival.record().id()))
			.param("types", texts(arrivals, (arrival) -> arrival.record().type()))
			.param("sources", texts(arrivals, (arrival) -> arrival.record().source()))
			.param("keys", texts(arrivals, (arrival) -> arrival.record().key()))
			.param("correlations", texts(arrivals, (arrival) -> arrival.record().correlationId()))
			.param("causations", texts(arrivals, (arrival) -> arrival.record().causationId()))
			.param("eventTimes", texts(arrivals, (arrival) -> iso(arrival.record().eventTime())))
			.param("headers", texts(arrivals, (arrival) -> JSON.writeValueAsString(arrival.record().headers())))
			.param("values", of(arrivals, (arrival) -> arrival.record().value(), new byte[0][]))
			.param("bodies", texts(arrivals, (arrival) -> arrival.record().body()))
			.param("words", texts(arrivals, ArchivedRows::lexemes))
			.param("keyBytes", of(arrivals, (arrival) -> arrival.record().rawKey(), new byte[0][]))
			.param("fingerprints", of(arrivals, Arrival::fingerprint, new Long[0]))
			.query(Inserted::read)
			.list());
		return arrivals.stream().filter((arrival) -> inserted.remove(Inserted.of(arrival))).toList();
	}

	/** Words hold letters and digits only, so that quotes around them are enough. */
	private static String lexemes(Arrival arrival) {
		return arrival.words().stream().map((word) -> "'" + word + "'").collect(Collectors.joining(" "));
	}

	private static @Nullable String iso(@Nullable Instant time) {
		return (time != null) ? time.toString() : null;
	}

	private static String[] texts(List<Arrival> arrivals, Function<Arrival, @Nullable String> column) {
		return of(arrivals, column, new String[0]);
	}

	private static <T> T[] of(List<Arrival> arrivals, Function<Arrival, ? extends @Nullable T> column, T[] like) {
		return arrivals.stream().map(column).toList().toArray(like);
	}

	private record Inserted(Place place, long fingerprint) {

		static Inserted of(Arrival arrival) {
			return new Inserted(arrival.record().place(), arrival.fingerprint());
		}

		static Inserted read(ResultSet row, int number) throws SQLException {
			return new Inserted(new Place(row.getString(1), row.getInt(2), row.getLong(3)), row.getLong(4));
		}

	}

}
