package studio.avatar.gateway.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which message shows which card, so that it is found again after any restart. */
@Component
class CardMessages {

	private static final String SELECT = "select chat_id, message_id, card, kind, picture, stays from card_message ";

	private final JdbcClient database;

	CardMessages(JdbcClient database) {
		this.database = database;
	}

	/** The card that a message shows. */
	Optional<CardMessage> shownBy(long chatId, long messageId) {
		return this.database.sql(SELECT + "where chat_id = ? and message_id = ?")
			.params(chatId, messageId)
			.query(CardMessages::read)
			.optional();
	}

	/** The newest message that shows a card. */
	Optional<CardMessage> newest(long chatId, String card) {
		return this.database.sql(SELECT + "where chat_id = ? and card = ? order by message_id desc limit 1")
			.params(chatId, card)
			.query(CardMessages::read)
			.optional();
	}

	/** A message shows this card now, whatever it showed before. */
	void remember(CardMessage message) {
		this.database.sql("""
				insert into card_message (chat_id, message_id, card, kind, picture, stays) values (?, ?, ?, ?, ?, ?)
				on conflict (chat_id, message_id) do update
				set card = excluded.card, kind = excluded.kind, picture = excluded.picture,
				    stays = excluded.stays""")
			.params(message.chatId(), message.messageId(), message.card(), message.kind().name(), message.picture(),
					message.stays())
			.update();
	}

	/** The message is gone. */
	void forget(long chatId, long messageId) {
		this.database.sql("delete from card_message where chat_id = ? and message_id = ?")
			.params(chatId, messageId)
			.update();
	}

	private static CardMessage read(ResultSet row, int number) throws SQLException {
		return new CardMessage(row.getLong(1), row.getLong(2), row.getString(3),
				CardMessage.Kind.valueOf(row.getString(4)), row.getString(5), row.getBoolean(6));
	}

}
