package studio.avatar.console.cli;

import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/**
 * Has the consumer handle the records and take everything back, to see what would happen.
 */
@Command(name = "preview", mixinStandardHelpOptions = true,
		description = "Shows what the replay would do: the consumer handles every record and takes everything back, "
				+ "so that nothing has an effect. --wait shows the result.")
class PreviewCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private ReplayCommand replay;

	@Parameters(paramLabel = "ID", converter = ReplayId.class, description = "of the plan")
	@SuppressWarnings("NullAway.Init")
	private String id;

	@Option(names = "--wait", description = "until the preview is complete")
	private boolean wait;

	@Override
	public Integer call() {
		ConsoleApi api = this.replay.api();
		JsonNode previewed = api.post("replays/" + this.id + "/preview", null);
		if (this.wait) {
			previewed = new Waiting(this.replay, api).whileIn(Set.of("PREVIEWING"), previewed);
		}
		this.replay.show(previewed, ReplayText.whole(previewed));
		return Waiting.exitCodeOfPreview(previewed);
	}

}
