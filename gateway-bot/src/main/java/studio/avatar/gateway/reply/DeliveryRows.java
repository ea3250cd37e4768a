package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.gateway.note.Note;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deliveries as they are kept. The oldest of a chat is claimed by one instance at a
 * time; claims are renewed while their instance lives.
 */
@Component
class DeliveryRows {

	private static final Logger log = LoggerFactory.getLogger(DeliveryRows.class);

	/** Chats a sweep looks after; the next one finds the others. */
	private static final int SWEPT = 1_000;

	private final JdbcClient database;

	private final EventCodec codec;

	private final UUID me = UUID.randomUUID();

	private final double claimSeconds;

	private final double answerSeconds;

	DeliveryRows(JdbcClient database, EventCodec codec, ReplySettings settings) {
		this.database = database;
		this.codec = codec;
		this.claimSeconds = Turns.seconds(settings.claim());
		this.answerSeconds = Turns.seconds(settings.answerWithin());
	}

	/**
	 * Keeps a reply. It is an answer when it follows soon from what the person did, and
	 * is no progress.
	 * @param urgency absent: as it turns out
	 * @return whether it is new
	 */
	boolean add(String eventId, long chatId, Reply reply, String correlationId, @Nullable Urgency urgency) {
		boolean progress = Delivery.isProgress(reply);
		return this.database.sql("""
				insert into delivery (event_id, chat_id, hurried, type, reply, card, progress, correlation_id, urgency)
				values (?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, case when not ? and exists (
				    select 1 from telegram_update
				    where correlation_id = ? and received_at > now() - make_interval(secs => ?)) then 0 else 1 end))
				on conflict (event_id) do nothing""")
			.params(eventId, chatId, Delivery.isHurried(reply), EventCodec.wireName(reply.getClass()),
					this.codec.write(reply), Delivery.cardOf(reply), progress, correlationId,
					(urgency != null) ? urgency.ordinal() : null, progress, correlationId, this.answerSeconds)
			.update() == 1;
	}

	/**
	 * Takes the oldest that waits in a chat, unless another instance has it. The chat
	 * waits for this commit, and a claim that a crash of the database forgets does no
	 * harm: it is not waited for until it is on the disk.
	 */
	Optional<Delivery> claim(long chatId, boolean hurried) {
		Optional<Row> row = claimRow(chatId, hurried);
		while (row.isPresent()) {
			Optional<Delivery> readable = read(row.get());
			if (readable.isPresent()) {
				return readable;
			}
			row = claimRow(chatId, hurried);
		}
		return Optional.empty();
	}

	private Optional<Row> claimRow(long chatId, boolean hurried) {
		return this.database.sql("""
				update delivery set claimed_by = ?, claimed_until = now() + make_interval(secs => ?)
				where seq = (select seq from delivery
				             where chat_id = ? and hurried = ? and status = 'waiting' order by seq limit 1)
				  and status = 'waiting'
				  and (claimed_by is null or claimed_by = ? or claimed_until < now())
				  and set_config('synchronous_commit', 'off', true) is not null
				returning seq, type, reply, correlation_id, step, attempts,
				  coalesce(extract(epoch from now() - troubled_since), 0),
				  exists (select 1 from closed_chat where closed_chat.chat_id = delivery.chat_id
				     and not exists (select 1 from telegram_update
				                     where telegram_update.correlation_id = delivery.correlation_id
				                       and received_at > closed_chat.since)),
				  (select min(other.urgency) from delivery other where other.chat_id = delivery.chat_id
				     and other.hurried = delivery.hurried and other.status = 'waiting'),
				  (select extract(epoch from max(peace_until) - now()) from pace
				     where pace.chat_id in (0, delivery.chat_id) and peace_until > now())""")
			.params(this.me, this.claimSeconds, chatId, hurried, this.me)
			.query((row, number) -> new Row(row.getLong(1), chatId, row.getString(2), row.getBytes(3), row.getString(4),
					row.getInt(5), row.getInt(6), seconds(row.getDouble(7)), row.getBoolean(8),
					Urgency.of(row.getInt(9)), seconds(row.getDouble(10))))
			.optional();
	}

	private static Duration seconds(double seconds) {
		return Duration.ofMillis((long) Math.ceil(seconds * 1000));
	}

	/** One that cannot be read is kept with its error, and its chat goes on. */
	private Optional<Delivery> read(Row row) {
		try {
			Reply reply = this.codec.read(Reply.class, row.type(), row.reply());
			return Optional.of(new Delivery(row.seq(), row.chatId(), reply, row.correlationId(), row.step(),
					row.attempts(), row.troubled(), row.unwanted(), row.urgency(), row.peace()));
		}
		catch (RuntimeException ex) {
			log.atError().addKeyValue("chatId", row.chatId()).setCause(ex).log("Reply cannot be read");
			settle(row.seq(), "failed", ex.toString());
			return Optional.empty();
		}
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

	/**
	 * It waits no longer.
	 * @return whether it was still ours; otherwise another instance has taken it over
	 */
	boolean settle(long seq, String status, @Nullable String note) {
		return this.database.sql("""
				update delivery set status = ?, note = ?, settled_at = now()
				where seq = ? and claimed_by = ? and status = 'waiting'""")
			.params(status, Note.of(note), seq, this.me)
			.update() == 1;
	}

	/** Telegram did not take it: it comes in plain words, and stays as failed. */
	void saveInPlainWords(long seq, String why) {
		this.database
			.sql("update delivery set step = ?, note = ? where seq = ? and claimed_by = ? and status = 'waiting'")
			.params(Delivery.PLAIN, Note.of(why), seq, this.me)
			.update();
	}

	/** It was told in plain words; why it was not taken as it is stays with it. */
	void settlePlain(long seq) {
		this.database.sql("""
				update delivery set status = 'failed', settled_at = now()
				where seq = ? and claimed_by = ? and status = 'waiting'""").params(seq, this.me).update();
	}

	/** Everything that waits for a chat waits for the one that took its place. */
	void move(long chatId, long to) {
		this.database.sql("""
				update delivery
				set chat_id = :to, reply = convert_to(
				    jsonb_set(convert_from(reply, 'UTF8')::jsonb, '{chatId}', to_jsonb(:to::bigint))::text, 'UTF8')
				where chat_id = :chat and status = 'waiting'""").param("to", to).param("chat", chatId).update();
	}

	/** A part of it is done and must not be done again. */
	void advance(long seq, int step) {
		this.database.sql("update delivery set step = ? where seq = ? and claimed_by = ? and status = 'waiting'")
			.params(step, seq, this.me)
			.update();
	}

	/** One more call without an answer. */
	void countAttempt(long seq, String reason) {
		this.database
			.sql("""
					update delivery set attempts = attempts + 1, note = case when step < 0 then note else ? end, troubled_since = coalesce(troubled_since, now())
					where seq = ? and claimed_by = ?""")
			.params(Note.of(reason), seq, this.me)
			.update();
	}

	/** What a chat would have been told of work under way is worth nothing later. */
	void skipActivities(long chatId) {
		this.database.sql("""
				update delivery set status = 'skipped', note = 'Telegram wants peace', settled_at = now()
				where chat_id = ? and hurried and status = 'waiting' and type = ?""")
			.params(chatId, EventCodec.wireName(Reply.ShowActivity.class))
			.update();
	}

	/** This instance lives: what it claimed stays its own. */
	void renewClaims() {
		this.database.sql("""
				update delivery set claimed_until = now() + make_interval(secs => ?)
				where status = 'waiting' and claimed_by = ?""").params(this.claimSeconds, this.me).update();
	}

	/** The chats in which something waits, the most urgent first. */
	Stream<Long> waitingChats(boolean hurried) {
		return this.database.sql("""
				select chat_id from delivery where status = 'waiting' and hurried = ?
				group by chat_id order by min(urgency), min(seq) limit ?""")
			.params(hurried, SWEPT)
			.query(Long.class)
			.list()
			.stream();
	}

	private record Row(long seq, long chatId, String type, byte[] reply, String correlationId, int step, int attempts,
			Duration troubled, boolean unwanted, Urgency urgency, Duration peace) {

	}

}
