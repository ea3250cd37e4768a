package studio.avatar.console.parked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.replay.ItemResult;
import studio.avatar.console.replay.ReplayItemSettled;
import studio.avatar.console.replay.ReplayItemsSettled;

/** Tells what became of retried records, as replays do. */
final class Answering {

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Answering(JdbcClient database, ApplicationEventPublisher events, TransactionTemplate transaction) {
		this.database = database;
		this.events = events;
		this.transaction = transaction;
	}

	/** Answers all that a retry has out right now; how many records that were. */
	int answer(long retry, Predicate<Sent> isHandled) {
		List<Sent> out = out(retry);
		out.forEach((sent) -> settle(sent, isHandled.test(sent) ? ItemResult.HANDLED : ItemResult.FAILED));
		return out.size();
	}

	List<Sent> out(long retry) {
		return this.database.sql("""
				select b.replay_id, i.batch_item as item, b.number as batch, r.topic, r.topic_partition, r.topic_offset
				from parked_retry_item i join parked_batch b on b.retry_id = i.retry_id and b.number = i.batch
					join parked_record r on r.id = i.parked_id
				where i.retry_id = ? and i.status = 'SENT' order by i.item""").param(retry).query(Sent.class).list();
	}

	void settle(Sent sent, ItemResult result) {
		ReplayOutcome.Failure why = new ReplayOutcome.Failure("java.lang.IllegalStateException", "still <b>gone</b>",
				"00ff00ff00ff00ff");
		this.transaction
			.executeWithoutResult((status) -> this.events.publishEvent(new ReplayItemsSettled(sent.replayId(),
					List.of(new ReplayItemSettled(sent.replayId(), sent.item(),
							new Place(sent.topic(), sent.topicPartition(), sent.topicOffset()), 1, result,
							result.isTrouble() ? why : null, Instant.now())))));
	}

	/** A record that is out. */
	record Sent(UUID replayId, long item, int batch, String topic, int topicPartition, long topicOffset) {
	}

}
