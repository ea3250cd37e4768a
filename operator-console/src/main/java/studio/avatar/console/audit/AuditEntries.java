package studio.avatar.console.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit, newest first. */
@Component
class AuditEntries {

	/** More than a page shows at once is asked for page by page. */
	static final int MOST = 500;

	private static final int PATIENCE_SECONDS = 10;

	private final JdbcClient database;

	private final JsonMapper json;

	AuditEntries(JdbcClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	List<AuditEntry> find(AuditSearch search, int limit) {
		Conditions conditions = Conditions.of(search);
		return this.database
			.sql("select id, at, who, what, about, details from audit_entry" + conditions.where()
					+ " order by id desc limit " + Math.clamp(limit, 1, MOST))
			.withQueryTimeout(PATIENCE_SECONDS)
			.params(conditions.values)
			.query((row, number) -> entry(row))
			.list();
	}

	private AuditEntry entry(ResultSet row) throws SQLException {
		return new AuditEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("who"), row.getString("what"), row.getString("about"), details(row.getString("details")));
	}

	private Map<String, Object> details(String written) {
		return this.json.readValue(written, new TypeReference<>() {
		});
	}

	/** The conditions of a search, and what stands for their question marks. */
	private record Conditions(List<String> parts, List<Object> values) {

		static Conditions of(AuditSearch search) {
			Conditions all = new Conditions(new ArrayList<>(), new ArrayList<>());
			all.add("who = ?", search.who());
			all.add("position(lower(?) in lower(what)) > 0", search.what());
			all.add("position(lower(?) in lower(about)) > 0", search.about());
			all.add("position(lower(?) in lower(concat_ws(' ', who, what, about, details::text))) > 0", search.text());
			all.add("at >= ?", utc(search.from()));
			all.add("at < ?", utc(search.to()));
			all.add("id < ?", search.before());
			return all;
		}

		private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
			return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
		}

		private void add(String part, @Nullable Object value) {
			if (value != null) {
				this.parts.add(part);
				this.values.add(value);
			}
		}

		String where() {
			return this.parts.isEmpty() ? "" : " where " + String.join(" and ", this.parts);
		}

	}

}
