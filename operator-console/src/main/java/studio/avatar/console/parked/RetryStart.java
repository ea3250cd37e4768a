package studio.avatar.console.parked;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import studio.avatar.console.audit.Audit;

/**
 * Begins retries: the records are frozen, and the first batch goes out in the same
 * transaction. What is in another retry already is not in this one.
 */
@Component
class RetryStart {

	private static final int LOCKS = "parked retried".hashCode();

	/** The event and an edited one have different ids, so both could be handled. */
	private static final String SOMETHING_ELSE_IS_OUT = """
			coalesce((select (t.kind = 'EDIT') <> :edited and i.status in ('LEFT', 'UNANSWERED')
				from parked_retry_item i join parked_retry t on t.id = i.retry_id
				where i.parked_id = parked_record.id order by i.retry_id desc limit 1), false)""";

	private final JdbcClient database;

	private final BatchSending sending;

	private final ParkedSettings settings;

	private final Audit audit;

	private final Clock clock;

	RetryStart(JdbcClient database, BatchSending sending, ParkedSettings settings, Audit audit, Clock clock) {
		this.database = database;
		this.sending = sending;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
	}

	/** Retries one record; the retry's number. */
	@Transactional
	long one(long id, Wish wish) {
		return start(RetryKind.ONE, Choice.one(id), null, wish);
	}

	/** Retries records of one consumer in growing batches. */
	@Transactional
	long chosen(List<Long> ids, Wish wish) {
		return start(RetryKind.CHOSEN, Choice.of(ids), null, wish);
	}

	/** Retries what is open of a group now, in growing batches. */
	@Transactional
	long group(GroupName group, Wish wish) {
		return start(RetryKind.GROUP, Choice.group(group), group.fingerprint(), wish);
	}

	/** Redelivers records that waited, in the order in which they were said. */
	@Transactional
	long release(List<Long> waiting, Wish wish) {
		return start(RetryKind.RELEASE, Choice.of(waiting), null, wish);
	}

	/** Freezes one record that is going to be sent as something else. */
	long reserve(long id, Wish wish) {
		return freeze(RetryKind.EDIT, Choice.one(id), null, wish);
	}

	private long start(RetryKind kind, Choice choice, @Nullable String fingerprint, Wish wish) {
		long retry = freeze(kind, choice, fingerprint, wish);
		this.sending.first(retry, kind);
		return retry;
	}

	private long freeze(RetryKind kind, Choice choice, @Nullable String fingerprint, Wish wish) {
		String consumer = consumer(choice);
		oneAtATime(consumer);
		refuseSecondClick(choice, wish);
		long retry = insert(kind, consumer, fingerprint, wish);
		int records = freeze(retry, kind, choice);
		if (records == 0) {
			throw new ParkedRefused(
					"Nothing of it can be sent: it is being retried, is settled already, has failed too often "
							+ "for a group, or was last sent as something else and that has no outcome yet.");
		}
		mark(retry, kind, wish);
		this.audit.note(wish.operator(), "parked retried", consumer, Map.of("retry", retry, "kind", kind.name(),
				"records", records, "reason", wish.reason(), "fingerprint", (fingerprint != null) ? fingerprint : ""));
		return retry;
	}

	private String consumer(Choice choice) {
		List<Map<String, Object>> consumers = this.database
			.sql("select consumer, bool_and(from_headers) as known from parked_record where %s group by consumer"
				.formatted(choice.condition()))
			.params(choice.parameters())
			.query()
			.listOfRows();
		if (consumers.isEmpty()) {
			throw new ParkedRefused("There is no such record.");
		}
		if (consumers.size() > 1) {
			throw new ParkedRefused("These records are of several consumers; choose those of one.");
		}
		if (!Boolean.TRUE.equals(consumers.getFirst().get("known"))) {
			throw new ParkedRefused("A record that does not say who could not handle it cannot be sent to anybody.");
		}
		String consumer = (String) consumers.getFirst().get("consumer");
		if (!new GroupName(consumer, "").canBeRetried()) {
			throw new ParkedRefused("What %s hears cannot be sent to it again.".formatted(consumer));
		}
		return consumer;
	}

	/** Of two clicks the second waits here, and then finds nothing to do. */
	private void oneAtATime(String consumer) {
		this.database.sql("select pg_advisory_xact_lock(:space, :consumer)")
			.param("space", LOCKS)
			.param("consumer", consumer.hashCode())
			.query((row) -> {
			});
	}

	private void refuseSecondClick(Choice choice, Wish wish) {
		if (wish.seen() == null) {
			return;
		}
		boolean since = this.database.sql("""
				select exists (select from parked_retry_item where retry_id > :seen and parked_id in (
					select id from parked_record where %s))""".formatted(choice.condition()))
			.params(choice.parameters())
			.param("seen", wish.seen())
			.query(Boolean.class)
			.single();
		if (since) {
			throw new ParkedRefused("It has been retried since you looked; nothing was sent a second time.");
		}
	}

	private long insert(RetryKind kind, String consumer, @Nullable String fingerprint, Wish wish) {
		return this.database.sql("""
				insert into parked_retry (consumer, fingerprint, kind, operator, reason, state, started_at)
				values (:consumer, :fingerprint, :kind, :operator, :reason, 'RUNNING', :now) returning id""")
			.param("consumer", consumer)
			.param("fingerprint", fingerprint)
			.param("kind", kind.name())
			.param("operator", wish.operator())
			.param("reason", wish.reason())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
	}

	private int freeze(long retry, RetryKind kind, Choice choice) {
		return this.database
			.sql("""
					with chosen as (
						select id, topic, topic_partition, topic_offset from parked_record
						where status = 'OPEN' and from_headers and attempts <= :mostAttempts and not %s and %s
						order by id for update)
					insert into parked_retry_item (retry_id, item, parked_id, status)
					select :retry, row_number() over (order by topic, topic_partition, topic_offset), id, 'WAITING'
					from chosen
					on conflict (parked_id) where status in ('WAITING', 'SENT') do nothing"""
				.formatted(SOMETHING_ELSE_IS_OUT, choice.condition()))
			.params(choice.parameters())
			.param("retry", retry)
			.param("edited", kind == RetryKind.EDIT)
			.param("mostAttempts", (kind == RetryKind.GROUP) ? this.settings.mostAttempts() : Integer.MAX_VALUE)
			.update();
	}

	private void mark(long retry, RetryKind kind, Wish wish) {
		this.database.sql("""
				with mine as (
					update parked_record set status = 'RETRYING'
					where id in (select parked_id from parked_retry_item where retry_id = :retry) returning id)
				insert into parked_action (parked_id, happened_at, operator, what, reason, retry_id)
				select id, :now, :operator, :what, :reason, :retry from mine""")
			.param("retry", retry)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("operator", wish.operator())
			.param("what", kind.words())
			.param("reason", wish.reason())
			.update();
	}

}
