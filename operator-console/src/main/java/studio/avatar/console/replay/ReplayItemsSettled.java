package studio.avatar.console.replay;

import java.util.List;
import java.util.UUID;

/**
 * Records of a run have their outcomes: those that one report told, in the order of their
 * numbers; told inside the transaction that keeps them.
 */
public record ReplayItemsSettled(UUID replayId, List<ReplayItemSettled> items) {

	public ReplayItemsSettled {
		items = List.copyOf(items);
	}

}
