package studio.avatar.gateway.update;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.telegram.TelegramSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every update of the bot, once. One that could not be worked for at once waits as
 * {@code received}, and the later ones of its chat wait behind it.
 */
@Component
class Updates {

	/** Telegram may begin anew with any number after a week without updates. */
	private static final Duration NUMBERS_HOLD = Duration.ofDays(6);

	/** More than an album has. */
	private static final int FRONT = 20;

	private final JdbcClient database;

	private final long botId;

	Updates(JdbcClient database, TelegramSettings telegram) {
		this.database = database;
		this.botId = telegram.botId();
	}

	/**
	 * What to confirm everything before; absent when Telegram shall begin where it likes.
	 */
	Optional<Long> offset() {
		return this.database.sql("""
				select max(update_id) + 1 from telegram_update
				where bot_id = ? and received_at > now() - make_interval(secs => ?)
				having max(update_id) is not null""")
			.params(this.botId, NUMBERS_HOLD.toSeconds())
			.query(Long.class)
			.optional();
	}

	/**
	 * Keeps an update.
	 * @return whether it is new
	 */
	boolean keep(long updateId, @Nullable Long chatId, @Nullable String album, String body, String status,
			@Nullable String note) {
		return this.database.sql("""
				insert into telegram_update (bot_id, update_id, chat_id, album, body, status, note, settled_at)
				values (?, ?, ?, ?, ?, ?, ?, case when ? = 'received' then null else now() end)
				on conflict (bot_id, update_id) do nothing""")
			.params(this.botId, updateId, chatId, album, body, status, note, status)
			.update() == 1;
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
				select update_id, album, body, received_at from telegram_update
				where chat_id = ? and status = 'received' and bot_id = ? order by update_id limit ?""")
			.params(chatId, this.botId, FRONT)
			.query((row, number) -> new StoredUpdate(row.getLong(1), row.getString(2), row.getString(3),
					row.getTimestamp(4).toInstant()))
			.list();
	}

	/**
	 * They wait no longer.
	 * @return whether all of them still did; otherwise another instance was faster
	 */
	boolean settle(List<Long> updateIds, String status, @Nullable String note) {
		return this.database.sql("""
				update telegram_update set status = ?, note = ?, settled_at = now()
				where bot_id = ? and update_id = any (?) and status = 'received'""")
			.params(status, note, this.botId, updateIds.toArray(Long[]::new))
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
