package studio.avatar.generation.credits;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.CreditsEvent.BalanceChanged;

/**
 * Balances to show beside a price. They may be a moment old: only the ledger decides
 * whether work is paid for.
 */
@Component
public class Balances {

	private final JdbcClient database;

	Balances(JdbcClient database) {
		this.database = database;
	}

	/** Empty when the ledger has told nothing of this person yet. */
	public Optional<Balance> of(long userId) {
		return this.database.sql("select available from balances where user_id = ?")
			.param(userId)
			.query((row, number) -> new Balance(row.getInt("available")))
			.optional();
	}

	void changed(BalanceChanged balance) {
		this.database.sql("""
				insert into balances as b (user_id, available, held, revision) values (?, ?, ?, ?)
				on conflict (user_id) do update
				set available = excluded.available, held = excluded.held, revision = excluded.revision
				where b.revision < excluded.revision""")
			.params(balance.userId(), balance.available(), balance.held(), balance.revision())
			.update();
	}

}
