package studio.avatar.gateway.person;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chats in which the bot may say nothing: who lives there has blocked it, is gone, or has
 * thrown it out. What answers something newer than that is said all the same.
 */
@Component
public class ClosedChats {

	private final JdbcClient database;

	ClosedChats(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Nothing more is sent there.
	 * @param ago how long ago the call began that Telegram refused: who has written since
	 * then is back
	 */
	public void close(long chatId, Duration ago) {
		this.database.sql("""
				insert into closed_chat (chat_id, since) values (?, now() - make_interval(secs => ?))
				on conflict (chat_id) do update set since = excluded.since""")
			.params(chatId, ago.toMillis() / 1000.0)
			.update();
	}

	/**
	 * The bot may speak there again.
	 * @return whether it could not before
	 */
	public boolean open(long chatId) {
		return this.database.sql("delete from closed_chat where chat_id = ?").param(chatId).update() == 1;
	}

}
