package studio.avatar.console.replay;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the API shows it.
 *
 * @param selection what was asked for
 * @param records how many are frozen
 * @param retry a batch of retried parked records
 * @param approvalNeededBecause why somebody else has to agree, once a run was asked for
 * @param judgedBy who agreed, or rejected
 * @param words why it stands where it stands
 * @param preview the newest preview
 * @param run the run
 * @param doing what it is at, while it is being driven
 * @param lag records the service's live consumers are behind, while it is being driven
 * @param forgotten its records and their outcomes are deleted, long after its end
 */
record ReplayView(UUID id, String consumer, String mode, String state, @JsonRawValue String selection, long records,
		String reason, boolean forced, boolean retry, String plannedBy, Instant plannedAt, @Nullable String askedBy,
		@Nullable String runReason, @Nullable String approvalNeededBecause, @Nullable String judgedBy,
		@Nullable String words, int rate, int stopAtPercent, Instant changedAt, @Nullable PassView preview,
		@Nullable PassView run, @Nullable String doing, @Nullable Long lag, boolean forgotten) {

	static ReplayView of(Replay replay) {
		return of(replay, null, null, null);
	}

	static ReplayView of(Replay replay, @Nullable PassView preview, @Nullable PassView run,
			Moments.@Nullable Moment now) {
		return new ReplayView(replay.id(), replay.target().toString(), replay.mode().id(), replay.state().word(),
				replay.selection(), replay.items(), replay.reason(), replay.forced(), replay.straight(),
				replay.plannedBy(), replay.plannedAt(), replay.askedBy(), replay.runReason(), replay.approvalWhy(),
				replay.judgedBy(), replay.words(), replay.rate(), replay.stopPercent(), replay.changedAt(), preview,
				run, (now != null) ? now.doing().words() : null, (now != null) ? now.lag() : null, replay.forgotten());
	}

	/**
	 * A walk through the items.
	 *
	 * @param sent records that are on the broker
	 * @param answered records with an outcome, or given up as unanswered
	 * @param failed of those, the ones somebody has to look at
	 * @param sums complete when the walk has ended; before, outcomes and failures only
	 */
	record PassView(int number, Instant startedAt, @Nullable Instant endedAt, long sent, long answered, long failed,
			long inFlight, boolean concernsMoney, PassSums sums) {

		static PassView of(Pass pass, PassSums sums) {
			return new PassView(pass.number(), pass.startedAt(), pass.endedAt(), pass.sentTo(), pass.answered(),
					pass.failed(), pass.inFlight(), sums.concernsMoney(), sums);
		}

	}

}
