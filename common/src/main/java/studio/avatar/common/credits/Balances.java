package studio.avatar.common.credits;

import java.util.OptionalInt;

import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.CreditsEvent.BalanceChanged;

/**
 * What people have, as the ledger last told: good for showing beside a price and for
 * saving a person a detour. Only the ledger decides whether something is paid for. Kept
 * in the service's table {@code balance}.
 */
public class Balances {

	private final JdbcClient database;

	Balances(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Credits that can be spent; empty when the ledger has not spoken of this person yet.
	 */
	public OptionalInt available(long userId) {
		return this.database.sql("select available from balance where user_id = ?")
			.param(userId)
			.query(Integer.class)
			.optional()
			.map(OptionalInt::of)
			.orElseGet(OptionalInt::empty);
	}

	/** An older revision than the known one changes nothing. */
	void remember(BalanceChanged changed) {
		this.database.sql("""
				insert into balance (user_id, available, held, revision) values (?, ?, ?, ?)
				on conflict (user_id) do update
				set available = excluded.available, held = excluded.held, revision = excluded.revision
				where balance.revision < excluded.revision""")
			.params(changed.userId(), changed.available(), changed.held(), changed.revision())
			.update();
	}

}
