package studio.avatar.gateway.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.messaging.Effects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only double-entry ledger. A balance is the sum of its entries, at any time;
 * the database itself refuses a movement that does not sum to zero and any change of the
 * past.
 */
@Component
class Ledger {

	private final JdbcClient database;

	Ledger(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Locks a person's account, and opens it before if need be. Only inside a
	 * transaction.
	 */
	void lock(long userId, long chatId) {
		this.database.sql("insert into credit_account (user_id, chat_id) values (?, ?) on conflict do nothing")
			.params(userId, chatId)
			.update();
		this.database.sql("select revision from credit_account where user_id = ? for update")
			.param(userId)
			.query(Long.class)
			.single();
	}

	/** Counts a change of the locked account; the new revision. */
	long revise(long userId) {
		return this.database
			.sql("update credit_account set revision = revision + 1 where user_id = ? returning revision")
			.param(userId)
			.query(Long.class)
			.single();
	}

	/**
	 * Moves credits of a locked account.
	 * @return whether they moved: not when the key was used before
	 */
	boolean move(Movement movement, Instant now) {
		UUID id = UUID.randomUUID();
		boolean fresh = this.database.sql("""
				insert into ledger_movement (id, movement_key, user_id, kind, purpose, reason, moved_at)
				values (?, ?, ?, ?, ?, ?, ?) on conflict (movement_key) do nothing""")
			.params(id, movement.key(), movement.userId(), movement.kind().name(), name(movement.purpose()),
					movement.reason(), Timestamp.from(now))
			.update() == 1;
		if (fresh) {
			note(movement);
			this.database.sql("insert into ledger_entry (movement_id, account, amount) values (?, ?, ?), (?, ?, ?)")
				.params(id, movement.from(), -movement.amount(), id, movement.to(), movement.amount())
				.update();
		}
		return fresh;
	}

	/** What an operator would move by replaying whatever led here. */
	private static void note(Movement movement) {
		switch (movement.kind()) {
			case HOLD -> Effects.holds(movement.amount());
			case WELCOME, CAPTURE, RELEASE -> Effects.moves(movement.amount());
		}
	}

	/** What the entries of a person sum up to. */
	Balance balance(long userId) {
		return this.database.sql("""
				select coalesce(sum(amount) filter (where account = ?), 0),
				       coalesce(sum(amount) filter (where account = ?), 0)
				from ledger_entry where account in (?, ?)""")
			.params(Movement.available(userId), Movement.held(userId), Movement.available(userId),
					Movement.held(userId))
			.query((row, number) -> new Balance(row.getInt(1), row.getInt(2)))
			.single();
	}

	/** The latest movements of a person, newest first. */
	List<Movement.Line> latest(long userId, int limit) {
		return this.database.sql("""
				select m.kind, m.purpose, e.amount, m.moved_at
				from ledger_movement m join ledger_entry e on e.movement_id = m.id and e.amount > 0
				where m.user_id = ? order by m.moved_at desc, e.id desc limit ?""")
			.params(userId, limit)
			.query((row, number) -> new Movement.Line(Movement.Kind.valueOf(row.getString(1)),
					purpose(row.getString(2)), row.getInt(3), row.getTimestamp(4).toInstant()))
			.list();
	}

	private static @Nullable String name(@Nullable Purpose purpose) {
		return (purpose != null) ? purpose.name() : null;
	}

	private static @Nullable Purpose purpose(@Nullable String name) {
		return (name != null) ? Purpose.valueOf(name) : null;
	}

}
