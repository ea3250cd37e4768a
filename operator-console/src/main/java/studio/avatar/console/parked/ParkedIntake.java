package studio.avatar.console.parked;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;

/**
 * Keeps what arrives on the parked topics. The same original is the same row, with one
 * attempt more; the same parked record, read again, changes nothing.
 */
@Component
class ParkedIntake {

	private static final Logger log = LoggerFactory.getLogger(ParkedIntake.class);

	private static final String KEEP = """
			insert into parked_record (consumer, topic, topic_partition, topic_offset, from_headers, record_key,
				key_bytes, value, words, headers, event_id, event_type, correlation_id, status, waits, cause, message,
				fingerprint, first_parked_at, last_parked_at)
			values (:consumer, :topic, :partition, :offset, :told, :key, :keyBytes, :value, :words, :headers, :eventId,
				:eventType, :correlationId, 'OPEN', :waits, :cause, :message, :fingerprint, :at, :at)
			on conflict (consumer, topic, topic_partition, topic_offset, md5(coalesce(event_id, ''))) do nothing
			""";

	private static final String ATTEMPT = """
			insert into parked_attempt (parked_id, happened_at, cause, message, fingerprint, stack_trace, parked_topic,
				parked_partition, parked_offset)
			select id, :at, :cause, :message, :fingerprint, :stackTrace, :parkedTopic, :parkedPartition, :parkedOffset
			from parked_record
			where consumer = :consumer and topic = :topic and topic_partition = :partition and topic_offset = :offset
				and md5(coalesce(event_id, '')) = md5(:sameEvent)
			on conflict (parked_topic, parked_partition, parked_offset, happened_at) do nothing
			""";

	private static final String OPEN_AGAIN = """
			update parked_record set attempts = attempts + 1, waits = :waits, cause = :cause, message = :message,
				fingerprint = :fingerprint, first_parked_at = least(first_parked_at, :at),
				last_parked_at = greatest(last_parked_at, :at),
				status = case status when 'RETRYING' then status else 'OPEN' end, settled_at = null, settled_by = null
			where consumer = :consumer and topic = :topic and topic_partition = :partition and topic_offset = :offset
				and md5(coalesce(event_id, '')) = md5(:sameEvent)
			""";

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final JsonMapper json = JsonMapper.shared();

	ParkedIntake(JdbcClient database, PlatformTransactionManager transactions) {
		this.database = database;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Keeps a batch in one transaction; one by one when something in it is refused, and
	 * such a record without what it says about itself. When the database is away, it
	 * throws and the batch is tried again.
	 */
	void take(List<ParkedArrival> batch) {
		try {
			this.transaction.executeWithoutResult((status) -> batch.forEach(this::keep));
		}
		catch (NonTransientDataAccessException | IllegalArgumentException ex) {
			throwWhenAway(ex);
			log.atWarn().addKeyValue("count", batch.size()).setCause(ex).log("Parked records are kept one by one");
			batch.forEach(this::keepAlone);
		}
	}

	private void keepAlone(ParkedArrival arrival) {
		try {
			this.transaction.executeWithoutResult((status) -> keep(arrival));
		}
		catch (NonTransientDataAccessException | IllegalArgumentException ex) {
			throwWhenAway(ex);
			log.atWarn()
				.addKeyValue("offset", arrival.parkedAt().offset())
				.setCause(ex)
				.log("Parked record is kept bare");
			this.transaction.executeWithoutResult((status) -> keep(arrival.bare()));
		}
	}

	private static void throwWhenAway(RuntimeException failure) {
		if (failure instanceof NonTransientDataAccessResourceException) {
			throw failure;
		}
	}

	private void keep(ParkedArrival arrival) {
		at(KEEP, arrival).param("told", arrival.fromHeaders())
			.param("key", arrival.keyText())
			.param("keyBytes", arrival.key())
			.param("value", arrival.value())
			.param("words", arrival.words())
			.param("headers", this.json.writeValueAsString(arrival.headers()))
			.param("eventId", arrival.eventId())
			.param("eventType", arrival.header(Headers.TYPE))
			.param("correlationId", arrival.header(Headers.CORRELATION_ID))
			.update();
		Place parkedAt = arrival.parkedAt();
		int fresh = at(ATTEMPT, arrival).param("stackTrace", arrival.trouble().stackTrace())
			.param("parkedTopic", parkedAt.topic())
			.param("parkedPartition", parkedAt.partition())
			.param("parkedOffset", parkedAt.offset())
			.update();
		if (fresh == 1) {
			at(OPEN_AGAIN, arrival).update();
		}
	}

	private JdbcClient.StatementSpec at(String sql, ParkedArrival arrival) {
		Trouble trouble = arrival.trouble();
		Place original = arrival.original();
		return this.database.sql(sql)
			.param("consumer", arrival.consumer())
			.param("topic", original.topic())
			.param("partition", original.partition())
			.param("offset", original.offset())
			.param("sameEvent", Objects.requireNonNullElse(arrival.eventId(), ""))
			.param("at", Timestamp.from(arrival.happenedAt()))
			.param("waits", trouble.waits())
			.param("cause", trouble.cause())
			.param("message", trouble.message())
			.param("fingerprint", trouble.fingerprint());
	}

}
