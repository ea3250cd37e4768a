package studio.avatar.console.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.console.page.Refused;

/** All that is known of one parked record. */
@Component
class ParkedFiles {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient database;

	private final JsonMapper json = JsonMapper.shared();

	ParkedFiles(JdbcClient database) {
		this.database = database;
	}

	Optional<ParkedFile> find(long id) {
		return record(id).map((record) -> new ParkedFile(record, attempts(id), actions(id), edits(id)));
	}

	Optional<ParkedRecord> record(long id) {
		return this.database.sql("select * from parked_record where id = :id")
			.param("id", id)
			.query((row, number) -> record(row))
			.optional();
	}

	/** The value byte for byte; empty when the record has none. */
	byte[] value(long id) {
		return this.database.sql("select coalesce(value, ''::bytea) from parked_record where id = :id")
			.param("id", id)
			.query(byte[].class)
			.optional()
			.orElseThrow(() -> Refused.unknown("There is no parked record " + id + "."));
	}

	/** The newest fifty, oldest first. */
	private List<Attempt> attempts(long id) {
		return this.database.sql("""
				select * from (
					select a.*, row_number() over (order by id) as turn from parked_attempt a where parked_id = :id) t
				order by id desc limit 50""").param("id", id).query((row, number) -> attempt(row)).list().reversed();
	}

	private List<Action> actions(long id) {
		return this.database.sql(
				"select happened_at, operator, what, reason, retry_id from parked_action where parked_id = :id order by id")
			.param("id", id)
			.query(Action.class)
			.list();
	}

	private List<Edit> edits(long id) {
		return this.database.sql(
				"select retry_id, event_id, body_before, body_after from parked_edit where parked_id = :id order by retry_id")
			.param("id", id)
			.query((row, number) -> new Edit(row.getLong("retry_id"), row.getString("event_id"),
					LineDifference.of(PrettyJson.of(row.getString("body_before")).text(),
							PrettyJson.of(row.getString("body_after")).text())))
			.list();
	}

	private ParkedRecord record(ResultSet row) throws SQLException {
		byte[] value = row.getBytes("value");
		return new ParkedRecord(row.getLong("id"), row.getString("consumer"), row.getString("topic"),
				row.getInt("topic_partition"), row.getLong("topic_offset"), row.getBoolean("from_headers"),
				row.getString("record_key"), PlainText.of(value), PlainText.isExact(value),
				this.json.readValue(row.getString("headers"), TEXTS), row.getString("event_id"),
				row.getString("event_type"), row.getString("correlation_id"), Status.valueOf(row.getString("status")),
				row.getBoolean("waits"), row.getString("cause"), row.getString("message"), row.getString("fingerprint"),
				row.getInt("attempts"), row.getTimestamp("first_parked_at").toInstant(),
				row.getTimestamp("last_parked_at").toInstant(), RowTimes.instant(row, "settled_at"),
				row.getObject("settled_by", UUID.class));
	}

	private static Attempt attempt(ResultSet row) throws SQLException {
		String topic = row.getString("parked_topic");
		return new Attempt(row.getInt("turn"), row.getTimestamp("happened_at").toInstant(), row.getString("cause"),
				row.getString("message"), row.getString("fingerprint"), row.getString("stack_trace"),
				(topic != null)
						? "%s-%d@%d".formatted(topic, row.getInt("parked_partition"), row.getLong("parked_offset"))
						: null,
				row.getObject("replay_id", UUID.class));
	}

}
