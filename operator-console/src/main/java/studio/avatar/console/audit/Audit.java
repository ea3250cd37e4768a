package studio.avatar.console.audit;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what operators did. An entry joins the transaction of what it tells about:
 * neither stays without the other.
 */
@Component
public class Audit {

	private final JdbcClient database;

	private final JsonMapper json;

	Audit(JdbcClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Keeps one entry for good.
	 * @param who the name of whoever did it
	 * @param what what was done, in words such as {@code replay approved}
	 * @param about what it was done to, such as a replay's id or a consumer
	 * @param details what else is worth knowing, no secrets
	 */
	public void note(String who, String what, String about, Map<String, ?> details) {
		this.database.sql("insert into audit_entry (who, what, about, details) values (?, ?, ?, ?::jsonb)")
			.params(plain(who), plain(what), plain(about), withoutZero(this.json.writeValueAsString(details)))
			.update();
	}

	// PostgreSQL keeps no zero character, in text as little as in jsonb
	private static String plain(String text) {
		return text.replace('\u0000', '\ufffd');
	}

	private static String withoutZero(String text) {
		return text.replace("\\u0000", "\\ufffd");
	}

}
