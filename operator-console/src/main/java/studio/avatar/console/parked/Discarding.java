package studio.avatar.console.parked;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.Place;
import studio.avatar.common.messaging.Trace;
import studio.avatar.console.audit.Audit;

/**
 * Discards records that nobody needs. Where later records of a key wait behind a parked
 * one, their consumer is told to let the key go on.
 */
@Component
class Discarding {

	/** The consumer that moves credits: what comes later waits there. */
	private static final String MONEY = ServiceName.GATEWAY.id() + '/' + Topic.CREDITS_REQUESTS.topicName();

	private final JdbcClient database;

	private final Outbox outbox;

	private final Audit audit;

	private final Clock clock;

	Discarding(JdbcClient database, Outbox outbox, Audit audit, Clock clock) {
		this.database = database;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional
	int one(long id, Wish wish) {
		return discard(Choice.one(id), wish);
	}

	@Transactional
	int chosen(List<Long> ids, Wish wish) {
		return discard(Choice.of(ids), wish);
	}

	@Transactional
	int group(GroupName group, long upTo, Wish wish) {
		return discard(Choice.group(group, upTo), wish);
	}

	/** How many it were. */
	private int discard(Choice choice, Wish wish) {
		List<Discarded> discarded = settle(choice, wish);
		if (discarded.isEmpty()) {
			throw new ParkedRefused("Nothing of it is open: it is being retried, or is settled already.");
		}
		discarded.stream().filter(Discarded::mayHoldOthers).forEach((record) -> letOn(record, wish));
		this.audit.note(wish.operator(), "parked discarded", discarded.getFirst().consumer(),
				Map.of("records", discarded.size(), "first", discarded.getFirst().id(), "reason", wish.reason()));
		return discarded.size();
	}

	private List<Discarded> settle(Choice choice, Wish wish) {
		return this.database
			.sql("""
					with mine as (
						update parked_record set status = 'DISCARDED', settled_at = :now
						where status = 'OPEN' and %s returning id, consumer, record_key,
						topic, topic_partition, topic_offset),
					noted as (
						insert into parked_action (parked_id, happened_at, operator, what, reason)
						select id, :now, :operator, 'discarded', :reason from mine)
					select id, consumer, record_key, topic, topic_partition, topic_offset from mine order by id"""
				.formatted(choice.condition()))
			.params(choice.parameters())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("operator", wish.operator())
			.param("reason", wish.reason())
			.query(Discarded.class)
			.list();
	}

	private void letOn(Discarded record, Wish wish) {
		ServiceName service = ServiceName.of(record.consumer().substring(0, record.consumer().indexOf('/')));
		Cause why = new Cause(UUID.randomUUID().toString(), "discard/" + UUID.randomUUID(), Trace.begin());
		this.outbox.publish(Topic.OPERATOR_COMMANDS, service, new OperatorCommand.LetKeyOn(record.consumer(),
				Objects.requireNonNull(record.recordKey()), record.place().toString(), wish.operator()), why);
	}

	/** A record that was open until now. */
	private record Discarded(long id, String consumer, @Nullable String recordKey, String topic, int topicPartition,
			long topicOffset) {

		/** One that waits itself holds those behind it. */
		boolean mayHoldOthers() {
			return MONEY.equals(this.consumer) && this.recordKey != null && !this.recordKey.isBlank();
		}

		Place place() {
			return new Place(this.topic, this.topicPartition, this.topicOffset);
		}

	}

}
