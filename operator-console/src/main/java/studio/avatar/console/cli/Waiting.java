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
			String progress = ReplayText.progress(now) + waitsFor(now);
			said = saidOnce(said, progress);
			this.replay.pause();
			now = again("replays/" + ReplayText.text(known, "id"));
		}
		return now;
	}

	/** A console that is being started again does not end the waiting. */
	private JsonNode again(String path) {
		String said = "";
		for (int attempt = 1;; attempt++) {
			try {
				return this.api.get(path);
			}
			catch (Refusal refusal) {
				if (!refusal.isPassing() || attempt == MOST_ATTEMPTS) {
					throw refusal;
				}
				said = saidOnce(said, refusal.getMessage() + " Trying again for some minutes.");
				this.replay.pause();
			}
		}
	}

	private String saidOnce(String before, String words) {
		if (!words.equals(before)) {
			this.replay.say(words);
		}
		return words;
	}

	/** What has to happen first where nothing goes on by itself. */
	private static String waitsFor(JsonNode replay) {
		String id = ReplayText.text(replay, "id");
		return switch (ReplayText.text(replay, "state")) {
			case "PLANNED" -> "; it waits for somebody to preview it: ./replay preview " + id;
			case "PREVIEWED" -> "; it waits for somebody to run it: ./replay run " + id;
			case "AWAITING_APPROVAL" -> "; it waits for another person to approve it on its page, /replay/" + id;
			case "PAUSED" -> "; it waits for somebody to resume it on its page, /replay/" + id;
			default -> "";
		};
	}

	/**
	 * How a program ends that previewed it: what would fail is for somebody to look at.
	 */
	static int exitCodeOfPreview(JsonNode replay) {
		boolean complete = ReplayText.text(replay, "state").equals("PREVIEWED");
		boolean fails = replay.path("preview").path("failed").asLong(0) > 0;
		return (complete && fails) ? ExitCodes.WOULD_FAIL : exitCode(replay);
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
