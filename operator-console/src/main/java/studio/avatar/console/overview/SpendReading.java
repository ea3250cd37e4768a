package studio.avatar.console.overview;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.common.messaging.UnreadableEvent;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;

/**
 * Reads what the archive has of the ledger, in the order of each partition, and remembers
 * in the same transaction how far it is: a console that is killed goes on where it was.
 */
@Component
class SpendReading extends Ticking {

	private static final Logger log = LoggerFactory.getLogger(SpendReading.class);

	private static final int BATCH = 500;

	/** At the first turn, too: it may have happened while no console was there. */
	private static final int TURNS_BETWEEN_LOOKS_FOR_TOPICS_MADE_ANEW = 12;

	private final JdbcClient database;

	private final Archive archive;

	private final SpendRows rows;

	private final EventCodec codec;

	private final TransactionTemplate transaction;

	private long turns;

	SpendReading(JdbcClient database, Archive archive, SpendRows rows, EventCodec codec,
			PlatformTransactionManager transactions, OverviewSettings settings) {
		super("spend-reading", settings.lookEvery());
		this.database = database;
		this.archive = archive;
		this.rows = rows;
		this.codec = codec;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	void tick() {
		boolean maybeAnew = this.turns++ % TURNS_BETWEEN_LOOKS_FOR_TOPICS_MADE_ANEW == 0;
		List.of(Topic.CREDITS_REQUESTS, Topic.CREDITS_EVENTS)
			.forEach((topic) -> IntStream.range(0, topic.partitions())
				.forEach((part) -> catchUp(topic, part, maybeAnew)));
	}

	private void catchUp(Topic topic, int part, boolean maybeAnew) {
		boolean look = maybeAnew;
		boolean more = true;
		while (more && !Thread.currentThread().isInterrupted()) {
			boolean lookNow = look;
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> readSome(topic, part, lookNow) == BATCH));
			look = false;
		}
	}

	private int readSome(Topic topic, int part, boolean maybeAnew) {
		SpendPlace place = SpendPlace.hold(this.database, topic.topicName(), part);
		SpendPlace begin = maybeAnew ? place.orBeginning(this.archive) : place;
		List<ArchivedRecord> records = begin.next(this.archive, BATCH);
		records.forEach((record) -> keep(topic, record));
		SpendPlace end = begin.behind(records);
		if (!end.equals(place)) {
			end.keep(this.database);
		}
		return records.size();
	}

	private void keep(Topic topic, ArchivedRecord record) {
		String type = Objects.requireNonNullElse(record.type(), "");
		byte[] value = Objects.requireNonNullElse(record.value(), new byte[0]);
		try {
			if (topic == Topic.CREDITS_REQUESTS) {
				this.rows.keep(this.codec.read(CreditsRequest.class, type, value));
			}
			else {
				this.rows.keep(this.codec.read(CreditsEvent.class, type, value), record.recordedAt());
			}
		}
		catch (UnreadableEvent ex) {
			// Its consumers have parked it; nothing was spent by it.
			log.atDebug()
				.addKeyValue("topic", topic.topicName())
				.addKeyValue("offset", record.place().offset())
				.log("Unreadable record passed over");
		}
	}

}
