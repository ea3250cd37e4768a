package studio.avatar.console.replay;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sums of walks that have ended: summed up by the first look after the end, and kept, so
 * that watching costs nothing. A late outcome has them summed up once more, see
 * {@link Passes#answered}.
 */
@Component
class KeptSums {

	private final JdbcClient database;

	private final Sums sums;

	private final JsonMapper json = JsonMapper.shared();

	KeptSums(JdbcClient database, Sums sums) {
		this.database = database;
		this.sums = sums;
	}

	/**
	 * Of a walk that has ended all there is; of one that goes on what it costs little.
	 * Only used inside a transaction.
	 */
	PassSums of(Pass pass) {
		return (pass.endedAt() == null) ? this.sums.soFar(pass) : find(pass, "").orElseGet(() -> sumUp(pass));
	}

	/** Late outcomes wait until it is written down, and then have it forgotten. */
	private PassSums sumUp(Pass pass) {
		return find(pass, "for update").orElseGet(() -> {
			PassSums sums = this.sums.of(pass);
			keep(pass, sums);
			return sums;
		});
	}

	private Optional<PassSums> find(Pass pass, String held) {
		List<String> found = this.database
			.sql("select coalesce(sums::text, '') from replay_pass where replay_id = ? and pass = ? " + held)
			.params(pass.replayId(), pass.number())
			.query(String.class)
			.list();
		return found.stream()
			.filter((sums) -> !sums.isEmpty())
			.findFirst()
			.map((sums) -> this.json.readValue(sums, PassSums.class));
	}

	/** Before its outcomes are deleted: what came of it in numbers. */
	void keepNumbers(Pass pass) {
		keep(pass, of(pass).numbers());
	}

	private void keep(Pass pass, PassSums sums) {
		this.database.sql("update replay_pass set sums = cast(? as jsonb) where replay_id = ? and pass = ?")
			.params(this.json.writeValueAsString(sums), pass.replayId(), pass.number())
			.update();
	}

}
