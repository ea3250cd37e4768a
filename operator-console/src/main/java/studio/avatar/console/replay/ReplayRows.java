package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ReplayMode;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** Replays as rows. */
@Component
class ReplayRows {

	private static final String ALL = "select * from replay ";

	private final JdbcClient database;

	private final Clock clock;

	ReplayRows(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	void insert(Replay replay) {
		this.database.sql("""
				insert into replay (id, service, topic, mode, state, selection, items, reason, forced, straight,
					planned_by, planned_at, run_reason, asked_by, rate, stop_percent, changed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(replay.id(), replay.target().service().id(), topicName(replay.target()), replay.mode().name(),
					replay.state().word(), replay.selection(), replay.items(), replay.reason(), replay.forced(),
					replay.straight(), replay.plannedBy(), at(replay.plannedAt()), replay.runReason(), replay.askedBy(),
					replay.rate(), replay.stopPercent(), at(replay.changedAt()))
			.update();
	}

	Optional<Replay> find(UUID id) {
		return this.database.sql(ALL + "where id = ?").param(id).query(ReplayRows::read).optional();
	}

	/**
	 * Finds it and holds it until the transaction ends, so that of two clicks the second
	 * sees what the first did.
	 * @throws ReplayRefused when there is none
	 */
	Replay hold(UUID id) {
		return this.database.sql(ALL + "where id = ? for update")
			.param(id)
			.query(ReplayRows::read)
			.optional()
			.orElseThrow(() -> ReplayRefused.unknown(id));
	}

	/** The newest ones like that. */
	List<Replay> newest(ReplayFilter filter, int limit) {
		return this.database
			.sql(ALL + "where " + filter.condition() + " order by planned_at desc, id desc limit " + limit)
			.params(filter.parameters())
			.query(ReplayRows::read)
			.list();
	}

	/** Those that chose the same for the same, newest first. */
	List<Replay> same(Target target, ReplayMode mode, String selection) {
		return this.database.sql(ALL + """
				where service = ? and topic is not distinct from ? and mode = ? and selection = ?
				order by planned_at desc limit 5""")
			.params(target.service().id(), topicName(target), mode.name(), selection)
			.query(ReplayRows::read)
			.list();
	}

	/** Those of them that meet records, or are about to, however many came later. */
	List<Replay> underWay(Target target, ReplayMode mode, String selection) {
		return this.database.sql(ALL + """
				where service = ? and topic is not distinct from ? and mode = ? and selection = ?
				and state in ('RUNNING', 'PAUSED', 'AWAITING_APPROVAL') order by planned_at desc""")
			.params(target.service().id(), topicName(target), mode.name(), selection)
			.query(ReplayRows::read)
			.list();
	}

	/** Puts equal plans one after the other until the transaction ends. */
	void queue(Target target, String selection) {
		this.database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
			.param("replay " + target + ' ' + selection)
			.query((row) -> {
			});
	}

	/** Moves it on; what no other words come with keeps none. */
	void move(UUID id, ReplayState to, @Nullable String words) {
		this.database.sql("update replay set state = ?, words = ?, changed_at = ? where id = ?")
			.params(to.word(), words, at(this.clock.instant()), id)
			.update();
	}

	void asked(UUID id, String by, String reason, int rate, int stopPercent, @Nullable String approvalWhy) {
		this.database.sql("""
				update replay set asked_by = ?, run_reason = ?, rate = ?, stop_percent = ?, approval_why = ?
				where id = ?""").params(by, reason, rate, stopPercent, approvalWhy, id).update();
	}

	void judged(UUID id, String by) {
		this.database.sql("update replay set judged_by = ? where id = ?").params(by, id).update();
	}

	void rate(UUID id, int rate) {
		this.database.sql("update replay set rate = ? where id = ?").params(rate, id).update();
	}

	/** Its next walk through the items, counted from 1. */
	int nextPass(UUID id) {
		return this.database.sql("update replay set pass = pass + 1 where id = ? returning pass")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private static @Nullable String topicName(Target target) {
		Topic topic = target.topic();
		return (topic != null) ? topic.topicName() : null;
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static Replay read(ResultSet row, int number) throws SQLException {
		String topic = row.getString("topic");
		Target target = (topic != null) ? Target.of(row.getString("service") + '/' + topic)
				: new Target(ServiceName.of(row.getString("service")), null);
		return new Replay(row.getObject("id", UUID.class), target, ReplayMode.valueOf(row.getString("mode")),
				ReplayState.of(row.getString("state")), row.getString("selection"), row.getLong("items"),
				row.getString("reason"), row.getBoolean("forced"), row.getBoolean("straight"),
				row.getString("planned_by"), instant(row, "planned_at"), row.getString("asked_by"),
				row.getString("run_reason"), row.getString("approval_why"), row.getString("judged_by"),
				row.getString("words"), row.getInt("rate"), row.getInt("stop_percent"), row.getInt("pass"),
				instant(row, "changed_at"), !row.getString("kept").equals("ALL"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
