package studio.avatar.console.replay;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ReplayMode;

/**
 * A replay as it stands.
 *
 * @param selection what was asked for, as JSON; equal texts are equal selections
 * @param items how many records are frozen into it, numbered from 1
 * @param reason why it was planned
 * @param forced planned although the same was under way
 * @param straight goes on by itself wherever nobody has to agree: a retry of parked
 * records
 * @param askedBy who wanted it run; absent before
 * @param runReason why; absent before
 * @param approvalWhy why somebody else has to agree; absent when nobody has
 * @param judgedBy who agreed, or rejected
 * @param words why it stands where it stands, in the words of whoever moved it
 * @param rate records a second
 * @param stopPercent failures in a hundred outcomes at which it stops, 0 never
 * @param pass number of its newest walk through the items; 0 when there was none
 * @param forgotten its records and their outcomes are deleted, long after its end
 */
public record Replay(UUID id, Target target, ReplayMode mode, ReplayState state, String selection, long items,
		String reason, boolean forced, boolean straight, String plannedBy, Instant plannedAt, @Nullable String askedBy,
		@Nullable String runReason, @Nullable String approvalWhy, @Nullable String judgedBy, @Nullable String words,
		int rate, int stopPercent, int pass, Instant changedAt, boolean forgotten) {
}
