package studio.avatar.console.parked;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.Place;

/**
 * Hears what became of retried records, within the transaction that keeps the outcome:
 * handled ones are settled, the others are open again with one attempt more. Longer than
 * most, since an outcome changes a record, its item and its batch together.
 */
@Component
class RetryProgress {

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	RetryProgress(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	/** Its consumer has handled it, now or before; an earlier failure does not count. */
	void handled(UUID replay, long item, Instant at) {
		sent(replay, item, "SENT", "LEFT", "UNANSWERED", "FAILED").ifPresent((sent) -> {
			mark(sent, "HANDLED");
			this.database.sql("""
					update parked_record set settled_at = :at, settled_by = :replay, waits = false,
						status = case (select kind from parked_retry where id = :retry)
							when 'EDIT' then 'EDITED' else 'HANDLED' end
					where id = :id""")
				.param("at", Timestamp.from(at))
				.param("replay", replay)
				.param("retry", sent.retry())
				.param("id", sent.parkedId())
				.update();
			endOfBatch(sent, at);
		});
	}

	/**
	 * A replay that is no retry has brought them to their consumer, which has handled
	 * them now or before; those that are parked are settled.
	 */
	void handledElsewhere(UUID replay, String consumer, List<Place> places, Instant at) {
		this.database.sql("""
				update parked_record set status = 'HANDLED', settled_at = :at, settled_by = :replay, waits = false
				where id in (
					select r.id from parked_record r
						join unnest(:topics, :partitions, :offsets) as place (topic, topic_partition, topic_offset)
							using (topic, topic_partition, topic_offset)
					where r.consumer = :consumer and r.status = 'OPEN' order by r.id for update of r)""")
			.param("at", Timestamp.from(at))
			.param("replay", replay)
			.param("consumer", consumer)
			.param("topics", places.stream().map(Place::topic).toArray(String[]::new))
			.param("partitions", places.stream().map(Place::partition).toArray(Integer[]::new))
			.param("offsets", places.stream().map(Place::offset).toArray(Long[]::new))
			.update();
	}

	boolean knows(UUID replay) {
		return this.database.sql("select exists (select from parked_batch where replay_id = ?)")
			.param(replay)
			.query(Boolean.class)
			.single();
	}

	/**
	 * It failed again.
	 * @param trouble why; with another fingerprint it moves to the group of that
	 */
	void failed(UUID replay, long item, Trouble trouble, Instant at) {
		sent(replay, item, "SENT", "LEFT", "UNANSWERED").ifPresent((sent) -> {
			mark(sent, "FAILED");
			attempt(sent, replay, item, trouble, at);
			openAgain(sent.parkedId(), trouble, at);
			endOfBatch(sent, at);
		});
	}

	/** The replay is over; what it has not sent by now is open again. */
	void ended(UUID replay, Instant at) {
		batch(replay).ifPresent((batch) -> {
			List<Long> left = this.database.sql("""
					update parked_retry_item set status = 'LEFT'
					where retry_id = :retry and batch = :number and status = 'SENT' returning parked_id""")
				.param("retry", batch.retry())
				.param("number", batch.number())
				.query(Long.class)
				.list();
			open(left);
			endOfBatch(batch, at);
		});
	}

	private void open(List<Long> left) {
		if (!left.isEmpty()) {
			this.database.sql("update parked_record set status = 'OPEN' where id in (:left) and status = 'RETRYING'")
				.param("left", left)
				.update();
		}
	}

	private Optional<Sent> batch(UUID replay) {
		return this.database.sql("""
				select retry_id as retry, number, 0 as parked_id, 0 as item from parked_batch
				where replay_id = :replay for update""").param("replay", replay).query(Sent.class).optional();
	}

	/** An outcome that comes after the end counts too. */
	private Optional<Sent> sent(UUID replay, long item, String... statuses) {
		return batch(replay).flatMap((batch) -> this.database.sql("""
				select retry_id as retry, batch as number, parked_id, item from parked_retry_item
				where retry_id = :retry and batch = :number and batch_item = :item
					and status in (:statuses)""")
			.param("retry", batch.retry())
			.param("number", batch.number())
			.param("item", item)
			.param("statuses", List.of(statuses))
			.query(Sent.class)
			.optional());
	}

	/**
	 * Its handler did not meet it, so it stays in its group; whoever answers later is
	 * still heard.
	 */
	void notTried(UUID replay, long item, Trouble why, Instant at) {
		sent(replay, item, "SENT", "LEFT", "UNANSWERED").ifPresent((sent) -> {
			mark(sent, "UNANSWERED");
			attempt(sent, replay, item, why, at);
			open(List.of(sent.parkedId()));
			endOfBatch(sent, at);
		});
	}

	private void mark(Sent sent, String status) {
		this.database.sql("update parked_retry_item set status = :status where retry_id = :retry and item = :item")
			.param("status", status)
			.param("retry", sent.retry())
			.param("item", sent.item())
			.update();
	}

	private void attempt(Sent sent, UUID replay, long item, Trouble trouble, Instant at) {
		this.database.sql("""
				insert into parked_attempt (parked_id, happened_at, cause, message, fingerprint, stack_trace, replay_id,
					replay_item)
				values (:id, :at, :cause, :message, :fingerprint, :stackTrace, :replay, :item)""")
			.param("id", sent.parkedId())
			.param("at", Timestamp.from(at))
			.param("cause", trouble.cause())
			.param("message", PlainText.without0(trouble.message()))
			.param("fingerprint", trouble.fingerprint())
			.param("stackTrace", trouble.stackTrace())
			.param("replay", replay)
			.param("item", item)
			.update();
		this.database.sql("update parked_record set attempts = attempts + 1 where id = :id")
			.param("id", sent.parkedId())
			.update();
	}

	private void openAgain(long id, Trouble trouble, Instant at) {
		this.database.sql("""
				update parked_record set status = 'OPEN', waits = :waits, cause = :cause, message = :message,
					fingerprint = :fingerprint, last_parked_at = greatest(last_parked_at, :at)
				where id = :id""")
			.param("id", id)
			.param("waits", trouble.waits())
			.param("cause", trouble.cause())
			.param("message", PlainText.without0(trouble.message()))
			.param("fingerprint", trouble.fingerprint())
			.param("at", Timestamp.from(at))
			.update();
	}

	private void endOfBatch(Sent batch, Instant at) {
		int ended = this.database.sql("""
				update parked_batch set ended_at = :at
				where retry_id = :retry and number = :number and ended_at is null and not exists (
					select from parked_retry_item
					where retry_id = :retry and batch = :number and status = 'SENT')""")
			.param("at", Timestamp.from(at))
			.param("retry", batch.retry())
			.param("number", batch.number())
			.update();
		if (ended == 1) {
			this.events.publishEvent(new BatchEnded(batch.retry()));
		}
	}

	/** An item of a batch, or the batch alone. */
	record Sent(long retry, int number, long parkedId, @Nullable Long item) {
	}

}
