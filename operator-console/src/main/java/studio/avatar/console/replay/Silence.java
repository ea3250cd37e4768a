package studio.avatar.console.replay;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was sent before some moment and has no outcome. */
@Component
class Silence {

	/**
	 * One look at a time: the rest is found by the next one. A first attempt's chunk has
	 * as many bytes as may be sent in one go, a second one's a single item.
	 */
	private static int chunksAtOnce(int attempt) {
		return (attempt == 1) ? 1 : Pacing.CHUNK;
	}

	private final JdbcClient database;

	Silence(JdbcClient database) {
		this.database = database;
	}

	/** What was sent before that moment and is answered needs no looking after. */
	void leaveOutAnswered(Pass pass, OffsetDateTime before) {
		this.database
			.sql("""
					update replay_chunk c set chased = true
					where replay_id = ? and pass = ? and not chased and sent_at < ?
						and to_item - from_item + 1 = (select count(*) from replay_outcome o
							where o.replay_id = c.replay_id and o.pass = c.pass and o.item between from_item and to_item)""")
			.params(pass.replayId(), pass.number(), before)
			.update();
	}

	/** Whether something was sent before that moment and is not looked after. */
	boolean isThere(Pass pass, OffsetDateTime before) {
		return this.database.sql("""
				select exists (select 1 from replay_chunk where replay_id = ? and pass = ? and not chased
					and sent_at < ?)""").params(pass.replayId(), pass.number(), before).query(Boolean.class).single();
	}

	/** The moment that long ago, by the clock that writes down what is sent. */
	OffsetDateTime ago(Duration duration) {
		return this.database.sql("select now() - make_interval(secs => ?)")
			.param(duration.toMillis() / 1000.0)
			.query(OffsetDateTime.class)
			.single();
	}

	/** Items of that attempt that are silent; each is found until it is chased. */
	List<Long> items(Pass pass, int attempt, OffsetDateTime before) {
		return this.database.sql("""
				select i.item from (%s) c
				join replay_item i on i.replay_id = ? and i.item between c.from_item and c.to_item
				left join replay_outcome o on o.replay_id = i.replay_id and o.pass = ? and o.item = i.item
				where o.item is null order by i.item""".formatted(chunks("from_item, to_item", attempt)))
			.params(pass.replayId(), pass.number(), attempt, before, pass.replayId(), pass.number())
			.query(Long.class)
			.list();
	}

	/** Marks what {@link #items} looked through, given the same moment. */
	void chased(Pass pass, int attempt, OffsetDateTime before) {
		this.database
			.sql("""
					update replay_chunk set chased = true where (replay_id, pass, attempt, from_item) in (%s)"""
				.formatted(chunks("replay_id, pass, attempt, from_item", attempt)))
			.params(pass.replayId(), pass.number(), attempt, before)
			.update();
	}

	private static String chunks(String columns, int attempt) {
		return """
				select %s from replay_chunk where replay_id = ? and pass = ? and attempt = ? and not chased
				and sent_at < ? order by from_item limit %d""".formatted(columns, chunksAtOnce(attempt));
	}

}
