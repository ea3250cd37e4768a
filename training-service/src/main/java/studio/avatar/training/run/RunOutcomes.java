package studio.avatar.training.run;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.provider.Submission;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatars;

/**
 * Records what has happened to runs, each in one short transaction under the run's lock,
 * and only when the run is still where it was: whatever is repeated, has one outcome.
 */
@Component
class RunOutcomes {

	private static final Logger log = LoggerFactory.getLogger(RunOutcomes.class);

	private final TrainingRuns runs;

	private final RunEnds ends;

	private final Avatars avatars;

	private final RunCards cards;

	private final Replies replies;

	private final Outbox outbox;

	private final PersistentSchedule schedule;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RunOutcomes(TrainingRuns runs, RunEnds ends, Avatars avatars, RunCards cards, Replies replies, Outbox outbox,
			PersistentSchedule schedule, TransactionTemplate transaction, Clock clock) {
		this.runs = runs;
		this.ends = ends;
		this.avatars = avatars;
		this.cards = cards;
		this.replies = replies;
		this.outbox = outbox;
		this.schedule = schedule;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Saves the intent to submit; false when the run was ended meanwhile. */
	boolean begin(UUID id) {
		return change(id, false, (row, run) -> {
			if (run instanceof TrainingRun.Held held) {
				row.become(held.submitting());
				return true;
			}
			return false;
		});
	}

	/** The provider certainly did not take it. */
	void notTaken(UUID id) {
		change(id, false, (row, run) -> {
			if (run instanceof TrainingRun.Submitting submitting) {
				row.become(submitting.notTaken());
			}
			return true;
		});
	}

	/** The provider's answer is lost. */
	void unknown(UUID id) {
		change(id, false, (row, run) -> {
			if (run instanceof TrainingRun.Submitting submitting) {
				TrainingRun.Unknown unknown = submitting.unknown();
				row.become(unknown);
				this.replies.update(Speaking.about(run.order(), "unknown"), Speaking.progressCard(run.order()),
						this.cards.unknown(unknown, this.avatars.lock(run.order().avatarId())));
			}
			return true;
		});
	}

	/** The provider has accepted it; what was ended here meanwhile is stopped there. */
	void submitted(UUID id, Submission submission) {
		change(id, false, (row, run) -> {
			switch (run) {
				case TrainingRun.Submitting submitting -> started(row, submitting.submitted(submission));
				case TrainingRun.Unknown unknown -> {
					started(row, unknown.submitted(submission));
					this.schedule.at(RunTasks.advance(id), this.clock.instant());
				}
				default -> {
					row.remember(submission);
					this.schedule.at(RunTasks.stop(id), this.clock.instant());
				}
			}
			return true;
		});
	}

	private void started(RunRow row, TrainingRun.Submitted run) {
		row.become(run);
		Talk talk = Speaking.about(run.order(), "started");
		this.outbox.publish(Topic.TRAINING_EVENTS, talk.chatId(),
				new TrainingStarted(run.id(), run.order().avatarId(), talk.chatId(), talk.userId()), talk.cause());
	}

	/**
	 * Tells the person how it is doing.
	 * @param missed whether the provider does not know the run, or gave a damaged file
	 * @return how often in a row that was so
	 */
	int progress(UUID id, Stage stage, boolean missed) {
		return change(id, 0, (row, run) -> {
			if (run instanceof TrainingRun.Submitted submitted) {
				row.stage(stage);
				Talk talk = Speaking.about(run.order(), "poll/" + row.countPoll());
				this.replies.progress(talk, Speaking.progressCard(run.order()), this.cards.progress(run.order(),
						this.avatars.lock(run.order().avatarId()), submitted.hold(), stage, this.clock.instant()));
				return row.countMiss(missed);
			}
			return 0;
		});
	}

	/** The model is in our store. */
	void completed(UUID id, MediaRef model) {
		change(id, false, (row, run) -> {
			if (run instanceof TrainingRun.Submitted submitted) {
				end(row, submitted.completed(model, this.clock.instant()), "completed");
			}
			return true;
		});
	}

	void fail(UUID id, Reason reason, String detail) {
		log.atWarn().addKeyValue("jobId", id).addKeyValue("reason", reason + " " + detail).log("Run failed");
		change(id, false, (row, run) -> {
			Optional<TrainingRun.Ended> failed = switch (run) {
				case TrainingRun.Held held -> Optional.of(held.failed(reason, detail, this.clock.instant()));
				case TrainingRun.Submitting it -> Optional.of(it.failed(reason, detail, this.clock.instant()));
				case TrainingRun.Submitted it -> Optional.of(it.failed(reason, detail, this.clock.instant()));
				default -> Optional.empty();
			};
			failed.ifPresent((ended) -> end(row, ended, "failed"));
			return true;
		});
	}

	/**
	 * The deadline has passed. A run found while being submitted counts as unknown first.
	 */
	void expire(UUID id) {
		change(id, false, (row, run) -> {
			Optional<TrainingRun.Ended> expired = switch (run) {
				case TrainingRun.Held held -> Optional.of(held.expired(this.clock.instant()));
				case TrainingRun.Submitting it -> Optional.of(it.unknown().expired(this.clock.instant()));
				case TrainingRun.Submitted it -> Optional.of(it.expired(this.clock.instant()));
				case TrainingRun.Unknown unknown -> Optional.of(unknown.expired(this.clock.instant()));
				default -> Optional.empty();
			};
			expired.ifPresent((ended) -> end(row, ended, "expired"));
			return true;
		});
	}

	private void end(RunRow row, TrainingRun.Ended ended, String step) {
		this.ends.end(row, ended, Speaking.about(ended.order(), step));
	}

	private <T> T change(UUID id, T otherwise, BiFunction<RunRow, TrainingRun, T> change) {
		T result = this.transaction
			.execute((status) -> this.runs.lock(id).map((row) -> change.apply(row, row.toRun())).orElse(otherwise));
		return (result != null) ? result : otherwise;
	}

}
