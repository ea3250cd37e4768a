package studio.avatar.console.parked;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.console.replay.ItemResult;
import studio.avatar.console.replay.ReplayEnded;
import studio.avatar.console.replay.ReplayItemSettled;
import studio.avatar.console.replay.Replays;

/** What replays tell, in the words of retries. */
@Component
class ReplayNews {

	private final RetryProgress progress;

	private final Replays replays;

	private final Clock clock;

	ReplayNews(RetryProgress progress, Replays replays, Clock clock) {
		this.progress = progress;
		this.replays = replays;
		this.clock = clock;
	}

	@EventListener
	void on(ReplayItemSettled settled) {
		Instant at = settled.at();
		switch (settled.result()) {
			case HANDLED, DROPPED -> handled(settled);
			case APPLIED -> {
				// rebuilt: what it leads to is still missing
			}
			case FAILED -> this.progress.failed(settled.replayId(), settled.item(), trouble(settled), at);
			case REFUSED, UNANSWERED ->
				this.progress.notTried(settled.replayId(), settled.item(), trouble(settled), at);
			case WOULD_BE_DROPPED, WOULD_BE_HANDLED, WOULD_FAIL -> {
				// a preview: nothing has become of it
			}
		}
	}

	private void handled(ReplayItemSettled settled) {
		if (this.progress.knows(settled.replayId())) {
			this.progress.handled(settled.replayId(), settled.item(), settled.at());
		}
		this.replays.find(settled.replayId())
			.map((replay) -> String.valueOf(replay.target()))
			.ifPresent((consumer) -> this.progress.handledElsewhere(settled.replayId(), consumer, settled.place(),
					settled.at()));
	}

	@EventListener
	void on(ReplayEnded ended) {
		this.progress.ended(ended.replayId(), this.clock.instant());
	}

	private static Trouble trouble(ReplayItemSettled settled) {
		ReplayOutcome.@Nullable Failure failure = settled.failure();
		if (failure != null) {
			return new Trouble(failure.cause(), failure.message(), failure.fingerprint(), "");
		}
		return (settled.result() == ItemResult.UNANSWERED)
				? new Trouble("no answer", "The service did not answer in time.", "", "")
				: new Trouble(settled.result().name(), "The service gave no reason.", "unknown", "");
	}

}
