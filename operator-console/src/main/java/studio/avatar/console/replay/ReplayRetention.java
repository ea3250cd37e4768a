package studio.avatar.console.replay;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets the records of replays that ended long ago, what became of each and how it went
 * over time: what people said is kept no longer than the archive keeps it. That there was
 * such a replay, who wanted it and what came of it in numbers stays.
 */
@Component
class ReplayRetention {

	private static final Logger log = LoggerFactory.getLogger(ReplayRetention.class);

	/** Rows that are deleted in one transaction. */
	static final int AT_ONCE = 5_000;

	/** Those with people's own words first. */
	private static final List<String> FORGOTTEN = List.of("replay_item", "replay_outcome", "replay_chunk",
			"replay_moment");

	private final JdbcClient database;

	private final Passes passes;

	private final KeptSums sums;

	private final ReplaySettings settings;

	ReplayRetention(JdbcClient database, Passes passes, KeptSums sums, ReplaySettings settings) {
		this.database = database;
		this.passes = passes;
		this.sums = sums;
		this.settings = settings;
	}

	/** Some rows of the one that ended first; never of one that something may come of. */
	@Transactional
	public void forgetSome() {
		this.database.sql("""
				select id from replay
				where kept <> 'HEAD' and state in ('COMPLETED', 'CANCELLED', 'STOPPED')
					and changed_at < now() - make_interval(secs => ?)
				order by changed_at limit 1 for update skip locked""")
			.param(this.settings.keepEnded().toSeconds())
			.query(UUID.class)
			.optional()
			.ifPresent(this::forget);
	}

	private void forget(UUID id) {
		if (mark(id, "LESS")) {
			this.passes.ended(id).forEach(this.sums::keepNumbers);
		}
		int left = AT_ONCE;
		for (String table : FORGOTTEN) {
			left -= delete(table, id, left);
		}
		if (left > 0 && mark(id, "HEAD")) {
			log.atInfo().addKeyValue("replayId", id).log("Records of an old replay deleted");
		}
	}

	private int delete(String table, UUID id, int most) {
		return this.database
			.sql("delete from %1$s where ctid in (select ctid from %1$s where replay_id = ? limit ?)".formatted(table))
			.params(id, most)
			.update();
	}

	/** False when it was so before. */
	private boolean mark(UUID id, String kept) {
		return this.database.sql("update replay set kept = ? where id = ? and kept <> ?")
			.params(kept, id, kept)
			.update() == 1;
	}

}
