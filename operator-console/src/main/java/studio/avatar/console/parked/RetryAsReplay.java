package studio.avatar.console.parked;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.console.replay.RecordToReplay;
import studio.avatar.console.replay.ReplayRefused;
import studio.avatar.console.replay.Replays;

/** A retry is a replay of these records to the consumer that could not handle them. */
@Component
class RetryAsReplay implements Redelivery {

	private static final Logger log = LoggerFactory.getLogger(RetryAsReplay.class);

	private final Replays replays;

	RetryAsReplay(Replays replays) {
		this.replays = replays;
	}

	@Override
	public UUID begin(String consumer, List<RecordToRetry> records, String operator, String reason) {
		try {
			return this.replays.retry(consumer, records.stream().map(RetryAsReplay::replayed).toList(), operator,
					reason);
		}
		catch (ReplayRefused ex) {
			throw new ParkedRefused(String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public int most() {
		return this.replays.mostRecords();
	}

	@Override
	public void cancel(UUID replay, String operator) {
		try {
			this.replays.cancel(replay, operator);
		}
		catch (ReplayRefused ex) {
			log.atDebug().addKeyValue("replayId", replay).log("Replay of a retry had ended already");
		}
	}

	private static RecordToReplay replayed(RecordToRetry record) {
		return new RecordToReplay(record.place(), record.key(), record.value(), record.headers());
	}

}
