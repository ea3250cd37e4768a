package studio.avatar.console.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Figures over time, as the database keeps them. */
@Repository
class Samples {

	/** Width of a fresh slot. */
	static final Duration FINE = Duration.ofSeconds(10);

	private static final Duration COARSE = Duration.ofMinutes(1);

	private static final String[] COUNTS = Arrays.stream(Measure.values())
		.filter(Measure::isCount)
		.map(Measure::name)
		.toArray(String[]::new);

	private final JdbcClient database;

	Samples(JdbcClient database) {
		this.database = database;
	}

	/** Adds what was measured at a moment, each measure of a thing at most once. */
	void add(Instant at, Collection<Sample> samples) {
		this.database
			.sql("""
					insert into sample (measure, about, seconds, at, value)
					select measure, about, ?, ?, value from unnest(?::text[], ?::text[], ?::bigint[]) as new (measure, about, value)
					order by measure, about
					on conflict (measure, about, seconds, at) do update set value = case
						when excluded.measure = any (?) then sample.value + excluded.value
						else greatest(sample.value, excluded.value) end""")
			.params(FINE.toSeconds(), utc(slot(at, FINE)),
					samples.stream().map((sample) -> sample.measure().name()).toArray(String[]::new),
					samples.stream().map(Sample::about).toArray(String[]::new),
					samples.stream().map(Sample::value).toArray(Long[]::new), COUNTS)
			.update();
	}

	/** What a picture needs, oldest first. */
	List<Slot> within(Window window, Instant now) {
		return this.database.sql("""
				select measure, about, to_timestamp(floor(extract(epoch from at) / :slot) * :slot) as slot,
					case when measure = any (:counts) then sum(value) else max(value) end as value
				from sample where at >= :begin group by measure, about, slot order by slot""")
			.param("slot", window.slot().toSeconds())
			.param("counts", COUNTS)
			.param("begin", utc(window.begin(now)))
			.query(this::slot)
			.list();
	}

	/**
	 * Puts the slots from before a moment together to slots of a minute, and forgets
	 * those from before another.
	 */
	@Transactional
	void thin(Instant fineFrom, Instant keptFrom) {
		this.database.sql("delete from sample where at < ?").param(utc(keptFrom)).update();
		this.database.sql("""
				with fine as (delete from sample where seconds = ? and at < ? returning *)
				insert into sample (measure, about, seconds, at, value)
				select measure, about, ?, date_trunc('minute', at),
					case when measure = any (?) then sum(value) else max(value) end
				from fine group by measure, about, date_trunc('minute', at)
				on conflict (measure, about, seconds, at) do update set value = case
					when excluded.measure = any (?) then sample.value + excluded.value
					else greatest(sample.value, excluded.value) end""")
			.params(FINE.toSeconds(), utc(slot(fineFrom, COARSE)), COARSE.toSeconds(), COUNTS, COUNTS)
			.update();
	}

	private Slot slot(ResultSet row, int number) throws SQLException {
		return new Slot(Measure.valueOf(row.getString("measure")), row.getString("about"),
				row.getObject("slot", OffsetDateTime.class).toInstant(), row.getLong("value"));
	}

	private static Instant slot(Instant at, Duration width) {
		return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), width.toSeconds()) * width.toSeconds());
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/** The value of a measure in one slot of a window. */
	record Slot(Measure measure, String about, Instant at, long value) {
	}

}
