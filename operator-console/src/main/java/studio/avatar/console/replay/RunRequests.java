package studio.avatar.console.replay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import studio.avatar.console.audit.Audit;

/**
 * Whether a run may begin: with a reason, after a preview that is complete and fresh, and
 * with a second person where money moves or much is concerned. Only used inside a
 * transaction that holds the replay.
 */
@Component
class RunRequests {

	private final ReplayRows rows;

	private final Passes passes;

	private final KeptSums sums;

	private final Walks walks;

	private final ReplaySettings settings;

	private final Audit audit;

	RunRequests(ReplayRows rows, Passes passes, KeptSums sums, Walks walks, ReplaySettings settings, Audit audit) {
		this.rows = rows;
		this.passes = passes;
		this.sums = sums;
		this.walks = walks;
		this.settings = settings;
		this.audit = audit;
	}

	void ask(Replay replay, ReplayState.Previewed previewed, RunWish wish, String who) {
		String reason = PlanWish.said(wish.reason());
		ask(replay, previewed, who, reason, wish.rate(this.settings), wish.stopPercent(this.settings));
	}

	/** Whoever retried wanted it run from the beginning. */
	void askForRetry(Replay replay, ReplayState.Previewed previewed) {
		ask(replay, previewed, replay.plannedBy(), replay.reason(), replay.rate(), replay.stopPercent());
	}

	private void ask(Replay replay, ReplayState.Previewed previewed, String who, String reason, int rate,
			int stopPercent) {
		Pass preview = freshPreview(replay);
		refuseSame(replay);
		List<String> why = ApprovalRule.why(replay, this.sums.of(preview), this.settings.itemsWithoutApproval());
		this.rows.asked(replay.id(), who, reason, rate, stopPercent, why.isEmpty() ? null : String.join("; ", why));
		Map<String, Object> details = new LinkedHashMap<>(Map.of("reason", reason, "records", replay.items(),
				"consumer", replay.target().toString(), "rate", rate));
		if (why.isEmpty()) {
			this.walks.begin(replay, previewed.run(), Pass.Kind.RUN);
			this.audit.note(who, "replay run started", replay.id().toString(), details);
		}
		else {
			details.put("because", String.join("; ", why));
			this.rows.move(replay.id(), previewed.ask(), null);
			this.audit.note(who, "replay approval asked for", replay.id().toString(), details);
		}
	}

	void approve(Replay replay, ReplayState.AwaitingApproval awaiting, String who) {
		refuseTheSamePerson(replay, who, "approve");
		freshPreview(replay);
		refuseSame(replay);
		this.rows.judged(replay.id(), who);
		this.walks.begin(replay, awaiting.approve(), Pass.Kind.RUN);
		this.audit.note(who, "replay approved", replay.id().toString(),
				Map.of("asked by", String.valueOf(replay.askedBy()), "because", String.valueOf(replay.approvalWhy()),
						"reason", String.valueOf(replay.runReason())));
	}

	void reject(Replay replay, ReplayState.AwaitingApproval awaiting, String who, String words) {
		refuseTheSamePerson(replay, who, "reject");
		this.rows.judged(replay.id(), who);
		this.walks.end(replay, awaiting.cancel(), "Rejected by %s: %s".formatted(who, words));
		this.audit.note(who, "replay rejected", replay.id().toString(), Map.of("words", words));
	}

	private static void refuseTheSamePerson(Replay replay, String who, String what) {
		if (who.equalsIgnoreCase(replay.askedBy())) {
			throw new ReplayRefused(
					"You asked for this run yourself, so you cannot %s it: somebody else has to look.".formatted(what));
		}
	}

	/** The preview of exactly these items, with an outcome of each, not too old. */
	private Pass freshPreview(Replay replay) {
		Pass preview = this.passes.newest(replay.id(), Pass.Kind.PREVIEW)
			.orElseThrow(() -> new ReplayRefused("It has no preview yet."));
		Instant ended = preview.endedAt();
		if (ended == null || preview.answered() < replay.items()) {
			throw new ReplayRefused("Its preview is not complete: %,d of %,d records have an outcome. Preview it again."
				.formatted(preview.answered(), replay.items()));
		}
		long silent = this.sums.of(preview).results().getOrDefault(ItemResult.UNANSWERED, 0L);
		if (silent > 0) {
			throw new ReplayRefused(
					"The service was silent about %,d records in the preview. Preview it again.".formatted(silent));
		}
		if (this.passes.endedBefore(preview, this.settings.previewLasts())) {
			throw new ReplayRefused(
					"Its preview is older than %d minutes, and much may have happened since. Preview it again."
						.formatted(this.settings.previewLasts().toMinutes()));
		}
		return preview;
	}

	private void refuseSame(Replay replay) {
		this.rows.queue(replay.target(), replay.selection());
		if (!replay.forced()) {
			DuplicateGuard.refuse(this.rows.underWay(replay.target(), replay.mode(), replay.selection()), replay.id());
		}
	}

}
