package studio.avatar.console.replay;

import java.util.LinkedHashMap;
import java.util.Map;

/** A replay as a line of the list. */
record ReplayRow(Replay replay, String state, String badge) {

	static ReplayRow of(Replay replay) {
		return new ReplayRow(replay, Words.of(replay.state()), badge(replay.state()));
	}

	/** Every state by its word, with its words. */
	static Map<String, String> states() {
		Map<String, String> states = new LinkedHashMap<>();
		for (ReplayState.Word word : ReplayState.Word.values()) {
			states.put(word.name(), Words.of(ReplayState.of(word.name())));
		}
		return states;
	}

	/** The colour of a state. */
	static String badge(ReplayState state) {
		return switch (state) {
			case ReplayState.Planned planned -> "";
			case ReplayState.Previewing previewing -> "busy";
			case ReplayState.Previewed previewed -> "";
			case ReplayState.AwaitingApproval awaiting -> "warn";
			case ReplayState.Running running -> "busy";
			case ReplayState.Paused paused -> "warn";
			case ReplayState.Completed completed -> "good";
			case ReplayState.Cancelled cancelled -> "";
			case ReplayState.Stopped stopped -> "bad";
		};
	}

}
