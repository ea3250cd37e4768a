package studio.avatar.gateway.expectation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import studio.avatar.common.contract.Expectation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One expectation for a chat at most: a new one takes the place of the old. This is the
 * one place where conversation state is kept and cleared.
 */
@Component
public class Expectations {

	private final JdbcClient database;

	private final Clock clock;

	Expectations(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * From now on the chat waits for this, unless the person went elsewhere after what
	 * the question answers: then it comes too late.
	 * @param correlationId the update that led to the question
	 * @return whether the chat waits for it
	 */
	public boolean expect(long chatId, Expectation expectation, String correlationId) {
		return this.database.sql("""
				insert into expectation (chat_id, name, accepts, until) values (?, ?, ?, ?)
				on conflict (chat_id) do update
				set name = excluded.name, accepts = excluded.accepts, until = excluded.until
				where expectation.cleared_at is null
				   or not exists (select 1 from telegram_update
				                  where correlation_id = ? and received_at < expectation.cleared_at)""")
			.params(chatId, expectation.name(), accepts(expectation),
					Timestamp.from(this.clock.instant().plus(expectation.lasts())), correlationId)
			.update() == 1;
	}

	/**
	 * What the chat waited for at a moment; nothing when it had expired by then.
	 */
	public Optional<WaitingFor> of(long chatId, Instant at) {
		return this.database.sql("select name, accepts from expectation where chat_id = ? and until > ?")
			.params(chatId, Timestamp.from(at))
			.query((row, number) -> new WaitingFor(row.getString(1), kinds(row.getString(2))))
			.optional();
	}

	/**
	 * The chat waits for nothing any more.
	 * @param at when we learned of what the person did
	 */
	public void clear(long chatId, Instant at) {
		this.database.sql("""
				insert into expectation (chat_id, cleared_at) values (?, ?)
				on conflict (chat_id) do update
				set name = null, accepts = null, until = null,
				    cleared_at = greatest(expectation.cleared_at, excluded.cleared_at)""")
			.params(chatId, Timestamp.from(at))
			.update();
	}

	private static String accepts(Expectation expectation) {
		return expectation.accepts().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
	}

	private static Set<Expectation.Kind> kinds(String accepts) {
		return Arrays.stream(accepts.split(",")).map(Expectation.Kind::valueOf).collect(Collectors.toSet());
	}

}
