package studio.avatar.console.parked;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.console.replay.ItemResult;
import studio.avatar.console.replay.ReplayEnded;
import studio.avatar.console.replay.ReplayItemSettled;
import studio.avatar.console.replay.ReplayItemsSettled;
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

	/** Most replays are no retries, and few of their records are parked. */
	@EventListener
	void on(ReplayItemsSettled settled) {
		if (this.progress.knows(settled.replayId())) {
			settled.items().forEach(this::retried);
		}
		List<ReplayItemSettled> handled = settled.items().stream().filter(ReplayNews::isHandled).toList();
		if (!handled.isEmpty()) {
			this.replays.find(settled.replayId())
				.ifPresent((replay) -> this.progress.handledElsewhere(replay.id(), String.valueOf(replay.target()),
						handled.stream().map(ReplayItemSettled::place).toList(), handled.getFirst().at()));
		}
	}

	private static boolean isHandled(ReplayItemSettled settled) {
		return settled.result() == ItemResult.HANDLED || settled.result() == ItemResult.DROPPED;
	}

	private void retried(ReplayItemSettled settled) {
		Instant at = settled.at();
		switch (settled.result()) {
			case HANDLED, DROPPED -> this.progress.handled(settled.replayId(), settled.item(), at);
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
