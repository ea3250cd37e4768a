package studio.avatar.console.cli;

import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * Follows a replay until it is in another state, and says what it sees whenever that
 * changes.
 */
final class Waiting {

	static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "STOPPED");

	/** Five minutes, asked once a second. */
	private static final int MOST_ATTEMPTS = 300;

	private final ReplayCommand replay;

	private final ConsoleApi api;

	Waiting(ReplayCommand replay, ConsoleApi api) {
		this.replay = replay;
		this.api = api;
	}

	/** Returns it as soon as it is in none of these states. */
	JsonNode whileIn(Set<String> states, JsonNode known) {
		return until(known, (state) -> !states.contains(state));
	}

	/** Returns it as soon as it is over. */
	JsonNode untilEnded(JsonNode known) {
		return until(known, ENDED::contains);
	}

	private JsonNode until(JsonNode known, Predicate<String> wanted) {
		JsonNode now = known;
		String said = "";
		while (!wanted.test(ReplayText.text(now, "state"))) {
			String progress = ReplayText.progress(now);
			if (!progress.equals(said)) {
				this.replay.say(progress);
				said = progress;
			}
			this.replay.pause();
			now = again("replays/" + ReplayText.text(known, "id"));
		}
		return now;
	}

	/** A console that is being started again does not end the waiting. */
	private JsonNode again(String path) {
		for (int attempt = 1;; attempt++) {
			try {
				return this.api.get(path);
			}
			catch (Refusal refusal) {
				if (!refusal.isPassing() || attempt == MOST_ATTEMPTS) {
					throw refusal;
				}
				this.replay.say(refusal.getMessage() + " Trying again.");
				this.replay.pause();
			}
		}
	}

	/** How a program ends that leaves the replay in this state. */
	static int exitCode(JsonNode replay) {
		return switch (ReplayText.text(replay, "state")) {
			case "CANCELLED", "STOPPED" -> ExitCodes.ERROR;
			case "AWAITING_APPROVAL" -> ExitCodes.REFUSED;
			default -> ExitCodes.DONE;
		};
	}

}
