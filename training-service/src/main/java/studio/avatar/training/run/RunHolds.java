package studio.avatar.training.run;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.credits.HoldOutcomes;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.Avatars;

/** Goes on with a run when the ledger has answered. */
@Component
class RunHolds implements HoldOutcomes {

	private final TrainingRuns runs;

	private final Avatars avatars;

	private final RunCards cards;

	private final Replies replies;

	private final Outbox outbox;

	private final PersistentSchedule schedule;

	private final RunSettings settings;

	private final Clock clock;

	RunHolds(TrainingRuns runs, Avatars avatars, RunCards cards, Replies replies, Outbox outbox,
			PersistentSchedule schedule, RunSettings settings, Clock clock) {
		this.runs = runs;
		this.avatars = avatars;
		this.cards = cards;
		this.replies = replies;
		this.outbox = outbox;
		this.schedule = schedule;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void held(UUID holdId, Cause cause) {
		this.runs.lock(holdId).ifPresent((row) -> {
			if (row.toRun() instanceof TrainingRun.Requested requested) {
				begin(row, requested, Speaking.because(requested.order(), cause));
			}
		});
	}

	private void begin(RunRow row, TrainingRun.Requested requested, Talk talk) {
		Instant now = this.clock.instant();
		Avatar avatar = this.avatars.lock(requested.order().avatarId());
		TrainingRun.Held held = requested.held(new Hold(now, now.plus(this.settings.deadline())));
		row.become(held);
		if (!avatar.status().trainable()) {
			giveUp(row, held, talk);
			return;
		}
		avatar.train(held.id());
		row.tell(new Stage.Preparing(), 0);
		this.replies.update(talk, Speaking.progressCard(held.order()),
				this.cards.progress(held.order(), avatar, held.hold(), new Stage.Preparing(), now));
		this.schedule.paid("training", RunTasks.advance(held.id()));
	}

	/** The draft was discarded between paying and the ledger's answer. */
	private void giveUp(RunRow row, TrainingRun.Held held, Talk talk) {
		row.become(held.cancelled(this.clock.instant()));
		this.outbox.publish(Topic.CREDITS_REQUESTS, talk.chatId(),
				new ReleaseCredits(held.id(), talk.chatId(), talk.userId(), "the draft was discarded"), talk.cause());
		this.replies.remove(talk, Speaking.progressCard(held.order()));
	}

	@Override
	public void declined(UUID holdId, int needed, int available, Cause cause) {
		this.runs.lock(holdId).ifPresent((row) -> {
			if (row.toRun() instanceof TrainingRun.Requested requested) {
				row.become(requested.declined(this.clock.instant()));
				Avatar avatar = this.avatars.lock(requested.order().avatarId());
				this.replies.update(Speaking.because(requested.order(), cause),
						Speaking.progressCard(requested.order()),
						this.cards.declined(requested.order().locale(), avatar, needed, available));
			}
		});
	}

}
