package studio.avatar.gateway.update;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.note.Note;
import studio.avatar.gateway.telegram.TelegramSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every update of the bot, once. One that could not be worked for at once waits as
 * {@code received}, and the later ones of its chat wait behind it.
 */
@Component
class Updates {

	/** More than an album has. */
	private static final int FRONT = 20;

	private final JdbcClient database;

	private final long botId;

	Updates(JdbcClient database, TelegramSettings telegram) {
		this.database = database;
		this.botId = telegram.botId();
	}

	/**
	 * Keeps an update.
	 * @return whether it is new
	 */
	boolean keep(NewUpdate update, String status, @Nullable String note) {
		return this.database.sql("""
				insert into telegram_update
				    (bot_id, update_id, chat_id, album, body, received_at, correlation_id, status, note, settled_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'received' then null else now() end)
				on conflict (bot_id, update_id) do nothing""")
			.params(this.botId, update.updateId(), update.chatId(), update.album(), update.body(),
					Timestamp.from(update.receivedAt()), update.correlationId(), status, Note.of(note), status)
			.update() == 1;
	}

	/**
	 * Keeps updates that wait; one statement, one commit.
	 * @return the numbers of those that are new
	 */
	Set<Long> keepAll(List<NewUpdate> updates) {
		return Set.copyOf(this.database.sql("""
				insert into telegram_update
				    (bot_id, update_id, chat_id, album, body, received_at, correlation_id, status)
				select ?, kept.*, 'received'
				from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[]) as kept
				on conflict (bot_id, update_id) do nothing returning update_id""")
			.params(this.botId, updates.stream().map(NewUpdate::updateId).toArray(Long[]::new),
					updates.stream().map(NewUpdate::chatId).toArray(Long[]::new), texts(updates, NewUpdate::album),
					texts(updates, NewUpdate::body), texts(updates, (update) -> update.receivedAt().toString()),
					texts(updates, NewUpdate::correlationId))
			.query(Long.class)
			.list());
	}

	private static String[] texts(List<NewUpdate> updates, Function<NewUpdate, @Nullable String> of) {
		return updates.stream().map(of).toArray(String[]::new);
	}

	/** Whoever waits longer for a lock in this transaction fails. */
	void waitAtMost(Duration patience) {
		this.database.sql("select set_config('lock_timeout', ?, true)")
			.param(String.valueOf(patience.toMillis()))
			.query(String.class)
			.single();
	}

	/** Whether something of the chat waits. */
	boolean anyWaiting(long chatId) {
		return this.database.sql(
				"select exists (select 1 from telegram_update where chat_id = ? and status = 'received' and bot_id = ?)")
			.params(chatId, this.botId)
			.query(Boolean.class)
			.single();
	}

	/** What waits longest in a chat, oldest first. */
	List<StoredUpdate> front(long chatId) {
		return this.database.sql("""
				select update_id, album, body, received_at, correlation_id from telegram_update
				where chat_id = ? and status = 'received' and bot_id = ? order by update_id limit ?""")
			.params(chatId, this.botId, FRONT)
			.query((row, number) -> new StoredUpdate(row.getLong(1), row.getString(2), row.getString(3),
					row.getTimestamp(4).toInstant(), correlation(row.getString(5))))
			.list();
	}

	/** What an older version kept has none yet. */
	private static String correlation(@Nullable String kept) {
		return (kept != null) ? kept : UUID.randomUUID().toString();
	}

	/**
	 * They wait no longer.
	 * @return whether all of them still did; otherwise another instance was faster, and
	 * the transaction must not stand
	 */
	boolean settle(List<Long> updateIds, String status, @Nullable String note) {
		return this.database.sql("""
				update telegram_update set status = ?, note = ?, settled_at = now()
				where bot_id = ? and update_id = any (?) and status = 'received'""")
			.params(status, Note.of(note), this.botId, updateIds.toArray(Long[]::new))
			.update() == updateIds.size();
	}

	/** The chats in which something waits. */
	Stream<Long> waitingChats() {
		return this.database
			.sql("select distinct chat_id from telegram_update where status = 'received' and bot_id = ?")
			.param(this.botId)
			.query(Long.class)
			.list()
			.stream();
	}

}
