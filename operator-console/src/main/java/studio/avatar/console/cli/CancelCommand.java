package studio.avatar.console.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Ends a replay before its time; what was sent is sent. */
@Command(name = "cancel", mixinStandardHelpOptions = true,
		description = "Ends a replay for good. Without --execute it only shows which. What was sent already stays sent.")
class CancelCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private ReplayCommand replay;

	@Parameters(paramLabel = "ID", converter = ReplayId.class, description = "of the replay")
	@SuppressWarnings("NullAway.Init")
	private String id;

	@Option(names = "--execute", description = "really end it")
	private boolean execute;

	@Override
	public Integer call() {
		ConsoleApi api = this.replay.api();
		String path = "replays/" + this.id;
		JsonNode shown = this.execute ? api.post(path + "/cancel", null) : api.get(path);
		this.replay.show(shown, ReplayText.whole(shown));
		if (!this.execute) {
			this.replay.say("Nothing was ended. --execute ends it for good.");
		}
		return ExitCodes.DONE;
	}

}
