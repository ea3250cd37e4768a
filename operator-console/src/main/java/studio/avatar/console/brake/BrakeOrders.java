package studio.avatar.console.brake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators wanted of brakes, as the database keeps it. */
@Repository
class BrakeOrders {

	private final JdbcClient database;

	BrakeOrders(JdbcClient database) {
		this.database = database;
	}

	/** Keeps an order in the place of the last one. */
	void keep(BrakeOrder order) {
		this.database.sql("""
				insert into brake_order (consumer, paused, operator, reason, asked_at, said_at)
				values (:consumer, :paused, :operator, :reason, :askedAt, :askedAt)
				on conflict (consumer) do update set paused = excluded.paused, operator = excluded.operator,
					reason = excluded.reason, asked_at = excluded.asked_at, said_at = excluded.said_at""")
			.param("consumer", order.consumer())
			.param("paused", order.paused())
			.param("operator", order.operator())
			.param("reason", order.reason())
			.param("askedAt", order.askedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Notes that the service is told once more; false when it was told after a moment.
	 */
	boolean sayAgain(String consumer, Instant now, Instant toldBefore) {
		return this.database.sql("update brake_order set said_at = ? where consumer = ? and said_at < ?")
			.params(now.atOffset(ZoneOffset.UTC), consumer, toldBefore.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** The last order of each consumer that ever had one. */
	Map<String, BrakeOrder> all() {
		return this.database.sql("select consumer, paused, operator, reason, asked_at from brake_order")
			.query(BrakeOrders::order)
			.list()
			.stream()
			.collect(Collectors.toMap(BrakeOrder::consumer, Function.identity()));
	}

	private static BrakeOrder order(ResultSet row, int number) throws SQLException {
		return new BrakeOrder(row.getString("consumer"), row.getBoolean("paused"), row.getString("operator"),
				row.getString("reason"), row.getObject("asked_at", OffsetDateTime.class).toInstant());
	}

}
