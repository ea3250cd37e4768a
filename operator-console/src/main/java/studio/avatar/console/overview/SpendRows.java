package studio.avatar.console.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsRequest;

/** Holds and what became of them, kept from the ledger's events. */
@Repository
class SpendRows {

	private static final int SHOWN_DAYS = 14;

	private final JdbcClient database;

	SpendRows(JdbcClient database) {
		this.database = database;
	}

	/** A request tells what a hold is for. */
	void keep(CreditsRequest request) {
		if (request instanceof CreditsRequest.HoldCredits hold) {
			keep(hold.holdId(), hold.chatId(), hold.purpose().name().toLowerCase(Locale.ROOT), null, null, null, null);
		}
	}

	/** What the ledger did, and when. */
	void keep(CreditsEvent event, Instant at) {
		switch (event) {
			case CreditsEvent.CreditsHeld held ->
				keep(held.holdId(), held.chatId(), null, held.amount(), at, null, null);
			case CreditsEvent.CreditsCaptured captured ->
				keep(captured.holdId(), captured.chatId(), null, null, null, captured.captured(), at);
			case CreditsEvent.CreditsReleased released ->
				keep(released.holdId(), released.chatId(), null, null, null, 0, at);
			case CreditsEvent.CreditsDeclined declined ->
				keep(declined.holdId(), declined.chatId(), null, null, null, 0, at);
			case CreditsEvent.BalanceChanged balance -> {
			}
			case CreditsEvent.Unrecognized newer -> {
			}
		}
	}

	/** In whatever order its records are read, a hold ends up the same. */
	private void keep(UUID hold, long chatId, @Nullable String purpose, @Nullable Integer held,
			@Nullable Instant heldAt, @Nullable Integer captured, @Nullable Instant settledAt) {
		this.database
			.sql("""
					insert into spent_hold as known (hold_id, chat_id, purpose, held, held_at, captured, settled_at)
					values (:hold, :chat, :purpose::text, :held::int, :heldAt::timestamptz, :captured::int, :settledAt::timestamptz)
					on conflict (hold_id) do update set
						purpose = coalesce(excluded.purpose, known.purpose),
						held = coalesce(excluded.held, known.held),
						held_at = coalesce(excluded.held_at, known.held_at),
						captured = coalesce(excluded.captured, known.captured),
						settled_at = coalesce(excluded.settled_at, known.settled_at)""")
			.param("hold", hold.toString())
			.param("chat", chatId)
			.param("purpose", purpose)
			.param("held", held)
			.param("heldAt", utc(heldAt))
			.param("captured", captured)
			.param("settledAt", utc(settledAt))
			.update();
	}

	/** What was spent within two weeks, and what is held now. */
	Spend read(Instant now) {
		return this.database
			.sql("""
					select (select min(held_at) from spent_hold) as since, count(*) as open, coalesce(sum(held), 0) as credits
					from spent_hold where settled_at is null and held_at is not null""")
			.query((row, number) -> new Spend(instant(row, "since"), days(now), row.getLong("open"),
					row.getLong("credits")))
			.single();
	}

	private List<Spend.Day> days(Instant now) {
		LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(SHOWN_DAYS - 1L);
		return this.database.sql("""
				select (settled_at at time zone 'UTC')::date as day, coalesce(purpose, 'not archived') as purpose,
					sum(captured) as credits, count(*) as jobs from spent_hold
				where settled_at >= ? and captured > 0 group by 1, 2 order by 1 desc, 2""")
			.param(first.atStartOfDay().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Spend.Day(row.getObject("day", LocalDate.class), row.getString("purpose"),
					row.getLong("credits"), row.getLong("jobs")))
			.list();
	}

	void forget(Instant settledBefore) {
		this.database.sql("delete from spent_hold where settled_at < ?").param(utc(settledBefore)).update();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

}
