package studio.avatar.gateway.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.messaging.EventCodec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deliveries as they are kept. The oldest of a chat is claimed by one instance at a
 * time; claims are renewed while their instance lives.
 */
@Component
class DeliveryRows {

	private final JdbcClient database;

	private final EventCodec codec;

	private final UUID me = UUID.randomUUID();

	private final double claimSeconds;

	DeliveryRows(JdbcClient database, EventCodec codec, ReplySettings settings) {
		this.database = database;
		this.codec = codec;
		this.claimSeconds = settings.claim().toMillis() / 1000.0;
	}

	/**
	 * Keeps a reply.
	 * @return whether it is new
	 */
	boolean add(String eventId, long chatId, Reply reply, String correlationId) {
		return this.database.sql("""
				insert into delivery (event_id, chat_id, hurried, type, reply, card, progress, correlation_id)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing""")
			.params(eventId, chatId, Delivery.isHurried(reply), EventCodec.wireName(reply.getClass()),
					this.codec.write(reply), Delivery.cardOf(reply), Delivery.isProgress(reply), correlationId)
			.update() == 1;
	}

	/**
	 * Takes the oldest that waits in a chat, unless another instance has it. The chat
	 * waits for this commit, and a claim that a crash of the database forgets does no
	 * harm: it is not waited for until it is on the disk.
	 */
	Optional<Delivery> claim(long chatId, boolean hurried) {
		return this.database.sql("""
				update delivery set claimed_by = ?, claimed_until = now() + make_interval(secs => ?)
				where seq = (select seq from delivery
				             where chat_id = ? and hurried = ? and status = 'waiting' order by seq limit 1)
				  and status = 'waiting'
				  and (claimed_by is null or claimed_by = ? or claimed_until < now())
				  and set_config('synchronous_commit', 'off', true) is not null
				returning seq, type, reply, correlation_id, step, attempts,
				  (select blocked from person where person.chat_id = delivery.chat_id)""")
			.params(this.me, this.claimSeconds, chatId, hurried, this.me)
			.query((row, number) -> delivery(chatId, row))
			.optional();
	}

	private Delivery delivery(long chatId, ResultSet row) throws SQLException {
		Reply reply = this.codec.read(Reply.class, row.getString(2), row.getBytes(3));
		return new Delivery(row.getLong(1), chatId, reply, row.getString(4), row.getInt(5), row.getInt(6),
				row.getBoolean(7));
	}

	/** Something newer waits that shows the same card. */
	boolean isOutdated(Delivery delivery) {
		return this.database.sql("""
				select exists (select 1 from delivery
				               where chat_id = ? and status = 'waiting' and not hurried and seq > ? and card = ?)""")
			.params(delivery.chatId(), delivery.seq(), Delivery.cardOf(delivery.reply()))
			.query(Boolean.class)
			.single();
	}

	/** It waits no longer. */
	void settle(long seq, String status, @Nullable String note) {
		this.database.sql("update delivery set status = ?, note = ?, settled_at = now() where seq = ?")
			.params(status, note, seq)
			.update();
	}

	/** A part of it is done and must not be done again. */
	void advance(long seq, int step) {
		this.database.sql("update delivery set step = ? where seq = ?").params(step, seq).update();
	}

	/** One more call without an answer. */
	void countAttempt(long seq, String reason) {
		this.database.sql("update delivery set attempts = attempts + 1, note = ? where seq = ?")
			.params(reason, seq)
			.update();
	}

	/** This instance lives: what it claimed stays its own. */
	void renewClaims() {
		this.database.sql("""
				update delivery set claimed_until = now() + make_interval(secs => ?)
				where status = 'waiting' and claimed_by = ?""").params(this.claimSeconds, this.me).update();
	}

	/** The chats in which something waits. */
	Stream<Long> waitingChats(boolean hurried) {
		return this.database.sql("select distinct chat_id from delivery where status = 'waiting' and hurried = ?")
			.param(hurried)
			.query(Long.class)
			.list()
			.stream();
	}

}
