package studio.avatar.gateway.reply;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns to speak, in the database: every instance takes them from the same rows, by the
 * database's clock, so that together they keep within what Telegram allows.
 */
@Component
class Turns {

	/** In the place of a chat: all of them together. */
	private static final long ALL = 0;

	/** So many chats refused within a second: it is the bot that floods. */
	private static final int REFUSED_CHATS = 3;

	private final JdbcClient database;

	private final Rate alone;

	private final Rate group;

	private final Rate overall;

	Turns(JdbcClient database, ReplySettings settings) {
		this.database = database;
		this.alone = new Rate(settings.perChat(), settings.burst());
		this.group = Rate.within(Duration.ofMinutes(1), settings.groupPerMinute(), settings.groupPerMinute() / 4);
		this.overall = Rate.within(Duration.ofSeconds(1), settings.overall(), settings.overall() / 10);
	}

	/** Asks for a turn of that chat and of all chats; both are taken, or none is. */
	Turn take(long chatId, Urgency urgency) {
		return take(chatId, (chatId < 0) ? this.group : this.alone, urgency);
	}

	/** Asks for a turn of all chats, for a call that Telegram counts for no chat. */
	Turn take(Urgency urgency) {
		return take(ALL, this.alone, urgency);
	}

	private Turn take(long chatId, Rate chat, Urgency urgency) {
		return this.database.sql("""
				select granted, by_chat, extract(epoch from missing) from take_turn(?, make_interval(secs => ?), ?,
				    make_interval(secs => ?), ?, make_interval(secs => ?))""")
			.params(chatId, chat.stepSeconds(), chat.burst(), this.overall.stepSeconds(), burst(urgency),
					aheadSeconds(urgency))
			.query((row, number) -> new Turn(row.getBoolean(1), row.getBoolean(2),
					Duration.ofNanos((long) (row.getDouble(3) * 1e9))))
			.single();
	}

	/** A broadcast goes when nobody else has spoken just now. */
	private int burst(Urgency urgency) {
		return (urgency == Urgency.BROADCAST) ? 1 : this.overall.burst();
	}

	/** Answers book their turns, so that nothing less urgent finds a free one. */
	private static double aheadSeconds(Urgency urgency) {
		return (urgency == Urgency.ANSWER) ? 1 : 0;
	}

	/** How long one turn of all chats takes. */
	Duration step() {
		return this.overall.step();
	}

	/**
	 * Telegram wants peace in a chat. When several chats hear that within a second, it is
	 * the bot as a whole that floods: Telegram does not say which, but chats at their own
	 * pace do not run into their own limits all at once. Then everybody is silent, for
	 * the shortest time that any of them was told.
	 * @return whether it concerns everybody
	 */
	boolean refuse(long chatId, Duration retryAfter) {
		this.database.sql("""
				insert into pace (chat_id, peace_until, refused_at)
				values (?, now() + make_interval(secs => ?), now())
				on conflict (chat_id) do update
				set peace_until = greatest(pace.peace_until, excluded.peace_until), refused_at = excluded.refused_at""")
			.params(chatId, seconds(retryAfter))
			.update();
		return this.database.sql("""
				with refused as (select peace_until from pace
				                 where chat_id <> 0 and refused_at > now() - interval '1 second')
				update pace set peace_until = greatest(peace_until, (select min(peace_until) from refused))
				where chat_id = 0 and (select count(*) from refused) >= ?""").param(REFUSED_CHATS).update() == 1;
	}

	/** Forgets chats that were left in peace long enough. */
	void forgetQuietChats() {
		this.database.sql("""
				delete from pace where chat_id in (
				    select chat_id from pace where chat_id <> 0 and paid_until < now() and peace_until < now()
				      and refused_at < now() - interval '1 minute' for update skip locked)""").update();
	}

	static double seconds(Duration length) {
		return length.toNanos() / 1e9;
	}

	/**
	 * What was asked for.
	 *
	 * @param taken it is ours; otherwise nothing was taken
	 * @param ofChat the chat itself has had enough, whatever the others do
	 * @param missing until it may be used, or asked for again
	 */
	record Turn(boolean taken, boolean ofChat, Duration missing) {

	}

	/** One turn for each step, and a burst of them at once after a silence. */
	record Rate(Duration step, int burst) {

		/**
		 * Such that no span, wherever it begins, sees more than so many, at least two.
		 */
		static Rate within(Duration span, int most, int burst) {
			int atOnce = Math.clamp(burst, 1, most - 1);
			return new Rate(span.dividedBy(most - atOnce), atOnce);
		}

		double stepSeconds() {
			return seconds(this.step);
		}

	}

}
