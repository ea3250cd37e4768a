package studio.avatar.console.overview;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.OperatorReport;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.messaging.EventCodec;

/** Who is alive, and how they are: hears what every instance says about itself. */
@Component
public class Instances {

	private static final String TYPE = EventCodec.wireName(InstanceSeen.class);

	private final JdbcClient database;

	private final EventCodec codec;

	private final Samples samples;

	private final BrokerLooks broker;

	private final OverviewSettings settings;

	private final Clock clock;

	private final Instant listeningSince;

	Instances(JdbcClient database, EventCodec codec, Samples samples, BrokerLooks broker, OverviewSettings settings,
			Clock clock) {
		this.database = database;
		this.codec = codec;
		this.samples = samples;
		this.broker = broker;
		this.settings = settings;
		this.clock = clock;
		this.listeningSince = clock.instant();
	}

	/**
	 * Hears a report. The topic keeps those of a service in order, so the last that is
	 * heard is the newest, whatever its host's clock says.
	 */
	public void on(InstanceSeen seen) {
		Optional<InstanceSeen> before = newest(seen.service(), seen.instance());
		keep(seen);
		List<Sample> news = new ArrayList<>(Differences.between(before.orElse(null), seen));
		news.add(new Sample(Measure.OUTBOX, seen.service(), seen.outboxSize()));
		news.add(new Sample(Measure.OUTBOX_AGE, seen.service(), outboxAge(seen).toMillis()));
		this.samples.add(seen.seenAt(), news);
	}

	/**
	 * Whether the console has listened for long enough, and keeps up with what it hears,
	 * so that somebody it has not heard of is not there.
	 */
	boolean isListening() {
		return SeenInstance.isSilent(Instant.MIN, this.listeningSince, isBehind(), this.clock.instant(),
				this.settings.silentAfter());
	}

	private boolean isBehind() {
		return this.broker.newest().map(BrokerLook::isBehind).orElse(false);
	}

	/** All that were heard of lately, by service, the newest report first. */
	public List<SeenInstance> all() {
		Instant now = this.clock.instant();
		return this.database.sql("""
				select report::text, heard_at from seen_instance
				where heard_at >= ? order by service, heard_at desc, instance""")
			.param(utc(now.minus(this.settings.forgottenAfter())))
			.query((row, number) -> seen(row, now))
			.list();
	}

	private SeenInstance seen(ResultSet row, Instant now) throws SQLException {
		Instant heardAt = row.getObject("heard_at", OffsetDateTime.class).toInstant();
		return new SeenInstance(read(row.getString("report")), heardAt,
				SeenInstance.isSilent(heardAt, this.listeningSince, isBehind(), now, this.settings.silentAfter()));
	}

	/** Forgets those that were not heard of for long. */
	void forgetGone() {
		this.database.sql("delete from seen_instance where heard_at < ?")
			.param(utc(this.clock.instant().minus(this.settings.forgottenAfter())))
			.update();
	}

	static Duration outboxAge(InstanceSeen seen) {
		Instant oldest = seen.outboxOldest();
		return (oldest == null || oldest.isAfter(seen.seenAt())) ? Duration.ZERO
				: Duration.between(oldest, seen.seenAt());
	}

	private Optional<InstanceSeen> newest(String service, String instance) {
		return this.database.sql("select report::text from seen_instance where service = ? and instance = ? for update")
			.params(service, instance)
			.query(String.class)
			.optional()
			.map(this::read);
	}

	private void keep(InstanceSeen seen) {
		this.database.sql("""
				insert into seen_instance (service, instance, started_at, seen_at, heard_at, report)
				values (?, ?, ?, ?, ?, ?::jsonb)
				on conflict (service, instance) do update set started_at = excluded.started_at,
					seen_at = excluded.seen_at, heard_at = excluded.heard_at, report = excluded.report""")
			.params(seen.service(), seen.instance(), utc(seen.startedAt()), utc(seen.seenAt()),
					utc(this.clock.instant()), new String(this.codec.write(seen), StandardCharsets.UTF_8))
			.update();
	}

	private InstanceSeen read(String report) {
		return (InstanceSeen) this.codec.read(OperatorReport.class, TYPE, report.getBytes(StandardCharsets.UTF_8));
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
