package studio.avatar.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.EventCodec;

/** The ledger's records as the archive keeps them. */
final class Spends {

	private static final EventCodec CODEC = new EventCodec();

	/** A day of its own, so that no partition of the archive itself is in the way. */
	private static final LocalDate LONG_AGO = LocalDate.of(2001, 1, 1);

	private Spends() {
	}

	/** A training that was paid in part, and a generation that is under way. */
	static void archive(JdbcClient database, UUID done, UUID open) {
		database.sql("""
				create table if not exists archived_long_ago partition of archived_event
				for values from ('2001-01-01') to ('2001-01-02')""").update();
		long offset = 10_000_000;
		put(database, Topic.CREDITS_REQUESTS, offset,
				new CreditsRequest.HoldCredits(done, 1, 1, 300, CreditsRequest.Purpose.TRAINING));
		put(database, Topic.CREDITS_REQUESTS, offset + 1,
				new CreditsRequest.HoldCredits(open, 1, 1, 40, CreditsRequest.Purpose.GENERATION));
		put(database, Topic.CREDITS_EVENTS, offset, new CreditsEvent.CreditsHeld(done, 1, 1, 300));
		put(database, Topic.CREDITS_EVENTS, offset + 1, new CreditsEvent.CreditsHeld(open, 1, 1, 40));
		put(database, Topic.CREDITS_EVENTS, offset + 2, new CreditsEvent.CreditsCaptured(done, 1, 1, 270, 30));
	}

	private static void put(JdbcClient database, Topic topic, long offset, Object event) {
		database.sql("""
				insert into archived_event
					(day, topic, topic_partition, topic_offset, recorded_at, event_type, headers, value)
				values (?, ?, 0, ?, ?, ?, '{}', ?)""")
			.params(LONG_AGO, topic.topicName(), offset, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC),
					EventCodec.wireName(event.getClass()), CODEC.write(event))
			.update();
	}

}
