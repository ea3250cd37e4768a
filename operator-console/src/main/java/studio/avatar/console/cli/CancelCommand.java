package studio.avatar.console.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Ends a replay before its time; what was sent is sent. */
@Command(name = "cancel", mixinStandardHelpOptions = true,
		description = "Ends a replay. What was sent already stays sent.")
class CancelCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private ReplayCommand replay;

	@Parameters(paramLabel = "ID", converter = ReplayId.class, description = "of the replay")
	@SuppressWarnings("NullAway.Init")
	private String id;

	@Override
	public Integer call() {
		JsonNode cancelled = this.replay.api().post("replays/" + this.id + "/cancel", null);
		this.replay.show(cancelled, ReplayText.whole(cancelled));
		return ExitCodes.DONE;
	}

}
