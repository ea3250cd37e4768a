package studio.avatar.training.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

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
 * Long because every move of a run is here, so that none is made without the lock.
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

	private final RunSettings settings;

	private final Clock clock;

	RunOutcomes(TrainingRuns runs, RunEnds ends, Avatars avatars, RunCards cards, Replies replies, Outbox outbox,
			PersistentSchedule schedule, TransactionTemplate transaction, RunSettings settings, Clock clock) {
		this.runs = runs;
		this.ends = ends;
		this.avatars = avatars;
		this.cards = cards;
		this.replies = replies;
		this.outbox = outbox;
		this.schedule = schedule;
		this.transaction = transaction;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The ledger has not answered in time: should it hold the credits after all, they go
	 * back.
	 */
	void unanswered(UUID id) {
		change(id, false, (row, run) -> {
			if (run instanceof TrainingRun.Requested requested) {
				end(row, requested.cancelled(this.clock.instant()), "unanswered");
			}
			return true;
		});
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

	/**
	 * The provider's answer is lost.
	 * @return when to look at the run again; empty when it was ended meanwhile
	 */
	Optional<Instant> unknown(UUID id) {
		return change(id, Optional.<Instant>empty(), (row, run) -> {
			if (run instanceof TrainingRun.Submitting submitting) {
				TrainingRun.Unknown unknown = submitting
					.unknown(this.clock.instant().plus(this.settings.unknownDeadline()));
				row.become(unknown);
				this.replies.update(Speaking.about(run.order(), "unknown"), Speaking.progressCard(run.order()),
						this.cards.unknown(unknown, this.avatars.lock(run.order().avatarId())));
				return Optional.of(unknown.hold().deadline());
			}
			return (run instanceof TrainingRun.UnderWay) ? Optional.of(this.clock.instant()) : Optional.empty();
		});
	}

	/**
	 * The provider has accepted it; what was ended here meanwhile is stopped there.
	 * @return whether this is the request of the run; when the run has another one
	 * already, nobody waits for this one
	 */
	boolean submitted(UUID id, Submission submission) {
		return change(id, true, (row, run) -> {
			switch (run) {
				case TrainingRun.Submitting submitting -> started(row, submitting.submitted(submission));
				case TrainingRun.Unknown unknown -> {
					started(row, again(unknown, submission));
					this.schedule.at(RunTasks.advance(id), this.clock.instant());
				}
				default -> {
					if (row.submission() == null) {
						row.remember(submission);
						this.schedule.at(RunTasks.stop(id), this.clock.instant());
					}
				}
			}
			return isOf(row, submission.requestId());
		});
	}

	/**
	 * The provider says that the request of a run has ended: it is asked now. Where the
	 * answer to the submit is not known (yet, or for ever) the request is known by this.
	 * @param request the request that the provider names
	 */
	void called(UUID id, String requestId, Function<RunOrder, Submission> request) {
		change(id, false, (row, run) -> {
			switch (run) {
				case TrainingRun.Held held -> started(row, held.submitted(request.apply(run.order())));
				case TrainingRun.Submitting submitting ->
					started(row, submitting.submitted(request.apply(run.order())));
				case TrainingRun.Unknown unknown -> started(row, again(unknown, request.apply(run.order())));
				case TrainingRun.Requested _ -> {
				}
				case TrainingRun.Submitted _, TrainingRun.Ended _ -> {
					if (!isOf(row, requestId)) {
						paidInVain(run, requestId);
					}
				}
			}
			if (run instanceof TrainingRun.Paid) {
				this.schedule.now(RunTasks.advance(id));
			}
			return true;
		});
	}

	private TrainingRun.Submitted again(TrainingRun.Unknown run, Submission submission) {
		return run.submitted(submission, run.hold().since().plus(this.settings.deadline()));
	}

	private static boolean isOf(RunRow row, String requestId) {
		Submission known = row.submission();
		return known != null && known.requestId().equals(requestId);
	}

	/** Credits that went back stay where they are. */
	private static void paidInVain(TrainingRun run, String requestId) {
		log.atWarn()
			.addKeyValue("jobId", run.id())
			.addKeyValue("providerRequestId", requestId)
			.addKeyValue("state", run.getClass().getSimpleName())
			.log("Request ended that its job does not wait for; the provider is paid for nothing");
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
				tell(row, submitted, stage);
				return row.countMiss(missed);
			}
			return 0;
		});
	}

	/** A poll without news says nothing. */
	private void tell(RunRow row, TrainingRun.Submitted run, Stage stage) {
		Instant now = this.clock.instant();
		Talk talk = Speaking.about(run.order(), "poll/" + row.countPoll());
		if (row.tell(stage, (int) Duration.between(run.hold().since(), now).toMinutes())) {
			this.replies.progress(talk, Speaking.progressCard(run.order()), this.cards.progress(run.order(),
					this.avatars.lock(run.order().avatarId()), run.hold(), stage, now));
		}
	}

	/**
	 * The model is in our store.
	 * @return whether it is needed there; not when the run was ended otherwise meanwhile
	 */
	boolean completed(UUID id, MediaRef model) {
		return change(id, false, (row, run) -> {
			if (run instanceof TrainingRun.Submitted submitted) {
				end(row, submitted.completed(model, this.clock.instant()), "completed");
				return true;
			}
			return run instanceof TrainingRun.Completed;
		});
	}

	/**
	 * It could not be submitted. One that the provider has called about meanwhile was
	 * taken before, and goes on.
	 * @return when to look at the run again; empty when it has ended
	 */
	Optional<Instant> refused(UUID id, Reason reason, String detail) {
		return change(id, Optional.<Instant>empty(), (row, run) -> {
			if (run instanceof TrainingRun.Submitted) {
				log.atWarn().addKeyValue("jobId", id).addKeyValue("reason", detail).log("Second submit refused");
				return Optional.of(this.clock.instant());
			}
			failed(row, run, reason, detail);
			return Optional.empty();
		});
	}

	void fail(UUID id, Reason reason, String detail) {
		change(id, false, (row, run) -> {
			failed(row, run, reason, detail);
			return true;
		});
	}

	private void failed(RunRow row, TrainingRun run, Reason reason, String detail) {
		log.atWarn().addKeyValue("jobId", run.id()).addKeyValue("reason", reason + " " + detail).log("Run failed");
		Optional<TrainingRun.Ended> failed = switch (run) {
			case TrainingRun.Held held -> Optional.of(held.failed(reason, detail, this.clock.instant()));
			case TrainingRun.Submitting it -> Optional.of(it.failed(reason, detail, this.clock.instant()));
			case TrainingRun.Submitted it -> Optional.of(it.failed(reason, detail, this.clock.instant()));
			default -> Optional.empty();
		};
		failed.ifPresent((ended) -> end(row, ended, "failed"));
	}

	/**
	 * The deadline has passed. A run found while being submitted counts as unknown first.
	 */
	void expire(UUID id) {
		change(id, false, (row, run) -> {
			Optional<TrainingRun.Ended> expired = switch (run) {
				case TrainingRun.Held held -> Optional.of(held.expired(this.clock.instant()));
				case TrainingRun.Submitting it ->
					Optional.of(it.unknown(this.clock.instant()).expired(this.clock.instant()));
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
