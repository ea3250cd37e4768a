package studio.avatar.training.run;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.provider.Submission;
import studio.avatar.training.run.RunRow.Status;

/** All runs. */
@Component
class TrainingRuns {

	private static final Set<Status> UNDER_WAY = Set.of(Status.REQUESTED, Status.HELD, Status.SUBMITTING,
			Status.SUBMITTED, Status.UNKNOWN);

	private final RunRows rows;

	TrainingRuns(RunRows rows) {
		this.rows = rows;
	}

	void add(TrainingRun.Requested run) {
		this.rows.save(new RunRow(run));
	}

	Optional<TrainingRun> find(UUID id) {
		return this.rows.findById(id).map(RunRow::toRun);
	}

	/** A run of this person. */
	Optional<TrainingRun> of(long userId, UUID id) {
		return this.rows.findByIdAndUserId(id, userId).map(RunRow::toRun);
	}

	/** The one run of an avatar that has not ended. */
	Optional<TrainingRun> underWay(UUID avatarId) {
		return this.rows.findByAvatarIdAndStatusIn(avatarId, UNDER_WAY).map(RunRow::toRun);
	}

	/** Holds the run until the transaction ends; empty when it is not ours. */
	Optional<RunRow> lock(UUID id) {
		return this.rows.lock(id);
	}

	/** Where the provider has a run; empty when it has none, or we do not know. */
	Optional<Submission> submission(UUID id) {
		return this.rows.findById(id).map(RunRow::submission);
	}

	/** What was last known of a run under way. */
	Stage stage(UUID id) {
		return this.rows.findById(id).map(RunRow::stage).orElseGet(Stage.Preparing::new);
	}

	/** Questions asked about a run so far. */
	int polls(UUID id) {
		return this.rows.findById(id).map(RunRow::polls).orElse(0);
	}

}
