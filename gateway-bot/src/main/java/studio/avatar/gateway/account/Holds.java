package studio.avatar.gateway.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credits set aside, by the job they are for. Only used while the account is locked. */
@Component
class Holds {

	private final JdbcClient database;

	Holds(JdbcClient database) {
		this.database = database;
	}

	HoldState find(UUID holdId) {
		return this.database.sql("select user_id, amount, captured, status from hold where id = ?")
			.param(holdId)
			.query((row, number) -> state(row))
			.optional()
			.orElseGet(HoldState.Unknown::new);
	}

	Purpose purposeOf(UUID holdId) {
		return Purpose.valueOf(
				this.database.sql("select purpose from hold where id = ?").param(holdId).query(String.class).single());
	}

	void open(HoldCredits request, Instant now) {
		this.database
			.sql("insert into hold (id, user_id, purpose, amount, status, held_at) values (?, ?, ?, ?, 'held', ?)")
			.params(request.holdId(), request.userId(), request.purpose().name(), request.amount(), Timestamp.from(now))
			.update();
	}

	/** It is never held any more. */
	void withdraw(ReleaseCredits request, Instant now) {
		this.database
			.sql("insert into hold (id, user_id, status, held_at, settled_at) values (?, ?, 'withdrawn', ?, ?)")
			.params(request.holdId(), request.userId(), Timestamp.from(now), Timestamp.from(now))
			.update();
	}

	void close(UUID holdId, String status, int captured, Instant now) {
		this.database.sql("update hold set status = ?, captured = ?, settled_at = ? where id = ? and status = 'held'")
			.params(status, captured, Timestamp.from(now), holdId)
			.update();
	}

	private static HoldState state(ResultSet row) throws SQLException {
		long userId = row.getLong("user_id");
		int amount = row.getInt("amount");
		int captured = row.getInt("captured");
		return switch (row.getString("status")) {
			case "held" -> new HoldState.Held(userId, amount);
			case "captured" -> new HoldState.Captured(userId, captured, amount - captured);
			case "withdrawn" -> new HoldState.Withdrawn(userId);
			default -> new HoldState.Released(userId, amount);
		};
	}

}
