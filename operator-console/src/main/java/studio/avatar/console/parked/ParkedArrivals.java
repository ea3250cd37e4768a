package studio.avatar.console.parked;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.console.page.Steps;

/** How much was parked when. What a replay told is no arrival. */
@Component
class ParkedArrivals {

	private static final String COUNTED = """
			select r.consumer, r.fingerprint, date_bin(cast(:step as interval), a.happened_at, :from) as step,
				count(*) as parked
			from parked_attempt a join parked_record r on r.id = a.parked_id
			where a.replay_id is null and a.happened_at >= :from and a.happened_at < :to
			group by r.consumer, r.fingerprint, step""";

	private final JdbcClient database;

	private final Clock clock;

	ParkedArrivals(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Pictures of the last days or hours, one for each group and one over all. */
	ParkedPictures pictures(Stretch stretch) {
		Steps steps = stretch.until(this.clock.instant());
		Map<Instant, Long> all = new HashMap<>();
		Map<GroupName, Map<Instant, Long>> groups = new HashMap<>();
		this.database.sql(COUNTED)
			.param("step", stretch.step().toHours() + " hours")
			.param("from", Timestamp.from(steps.from()))
			.param("to", Timestamp.from(steps.end()))
			.query((row) -> {
				Instant step = row.getTimestamp("step").toInstant();
				long parked = row.getLong("parked");
				all.merge(step, parked, Long::sum);
				groups
					.computeIfAbsent(new GroupName(row.getString("consumer"), row.getString("fingerprint")),
							(name) -> new HashMap<>())
					.merge(step, parked, Long::sum);
			});
		return new ParkedPictures(stretch, steps, all, groups);
	}

}
