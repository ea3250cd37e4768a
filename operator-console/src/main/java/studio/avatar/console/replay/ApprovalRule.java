package studio.avatar.console.replay;

import java.util.ArrayList;
import java.util.List;

/** When one operator alone may not run a replay. Pure. */
final class ApprovalRule {

	/** So many retried records need not even a preview where no money is. */
	static final int FEW = 20;

	private ApprovalRule() {
	}

	/** Why somebody else has to agree; empty when nobody has. */
	static List<String> why(Replay replay, PassSums preview, int itemsWithoutApproval) {
		List<String> why = new ArrayList<>();
		if (preview.creditsHeld() > 0) {
			why.add("it would hold %,d credits".formatted(preview.creditsHeld()));
		}
		if (preview.creditsMoved() > 0) {
			why.add("it would move %,d credits".formatted(preview.creditsMoved()));
		}
		if (preview.releases() > 0) {
			why.add("it would give credits back (%,d requests)".formatted(preview.releases()));
		}
		if (why.isEmpty() && preview.concernsMoney() && preview.paidCalls().isEmpty()) {
			why.add("it would ask for credits");
		}
		preview.paidCalls()
			.forEach((paid) -> why.add("it would start %,d paid calls (%s)".formatted(paid.calls(), paid.kind())));
		long failing = preview.results().getOrDefault(ItemResult.WOULD_FAIL, 0L);
		if (failing > 0 && replay.target().concernsMoney()) {
			why.add("%,d records would fail, and what they move when they do not is unknown".formatted(failing));
		}
		if (replay.items() > itemsWithoutApproval) {
			why.add("it has %,d records".formatted(replay.items()));
		}
		if (replay.forced()) {
			why.add("it is forced although the same was under way");
		}
		return why;
	}

	/** Whether a retry may begin at once. */
	static boolean mayBeginAtOnce(Replay replay) {
		return replay.straight() && replay.items() <= FEW && !replay.target().concernsMoney();
	}

}
