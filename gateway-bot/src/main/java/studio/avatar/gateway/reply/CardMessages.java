package studio.avatar.gateway.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages show which card, so that they are found again after any restart. */
@Component
class CardMessages {

	private static final String SELECT = "select chat_id, message_id, card, kind, picture, stays, earlier, whole from card_message ";

	private final JdbcClient database;

	CardMessages(JdbcClient database) {
		this.database = database;
	}

	/** The card whose buttons a message has. */
	Optional<CardMessage> shownBy(long chatId, long messageId) {
		return this.database.sql(SELECT + "where chat_id = ? and message_id = ?")
			.params(chatId, messageId)
			.query(CardMessages::read)
			.optional();
	}

	/** The newest that shows all of a card. */
	Optional<CardMessage> newest(long chatId, String card) {
		return newest(chatId, card, true);
	}

	/** The one that showed all of a card before the newest did. */
	Optional<CardMessage> newestButOne(long chatId, String card) {
		return this.database
			.sql(SELECT + "where chat_id = ? and card = ? and whole order by message_id desc offset 1 limit 1")
			.params(chatId, card)
			.query(CardMessages::read)
			.optional();
	}

	/** What is in the chat of a card that is being sent. */
	List<Long> begun(long chatId, String card) {
		return newest(chatId, card, false).map(CardMessage::all).orElse(List.of());
	}

	private Optional<CardMessage> newest(long chatId, String card, boolean whole) {
		return this.database
			.sql(SELECT + "where chat_id = ? and card = ? and whole = ? order by message_id desc limit 1")
			.params(chatId, card, whole)
			.query(CardMessages::read)
			.optional();
	}

	/** These messages show this card now, whatever they showed before. */
	void remember(CardMessage message) {
		message.earlier().forEach((earlier) -> forget(message.chatId(), earlier));
		this.database.sql("""
				insert into card_message (chat_id, message_id, card, kind, picture, stays, earlier, whole)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (chat_id, message_id) do update
				set card = excluded.card, kind = excluded.kind, picture = excluded.picture,
				    stays = excluded.stays, earlier = excluded.earlier, whole = excluded.whole""")
			.params(message.chatId(), message.messageId(), message.card(), message.kind().name(), message.picture(),
					message.stays(), message.earlier().toArray(Long[]::new), message.whole())
			.update();
	}

	/** The card with its buttons is no longer there. */
	void forget(long chatId, long messageId) {
		this.database.sql("delete from card_message where chat_id = ? and message_id = ?")
			.params(chatId, messageId)
			.update();
	}

	private static CardMessage read(ResultSet row, int number) throws SQLException {
		return new CardMessage(row.getLong(1), row.getLong(2), row.getString(3),
				CardMessage.Kind.valueOf(row.getString(4)), row.getString(5), row.getBoolean(6),
				List.of((Long[]) row.getArray(7).getArray()), row.getBoolean(8));
	}

}
