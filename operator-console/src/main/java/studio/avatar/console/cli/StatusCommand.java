package studio.avatar.console.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Shows one replay, or the newest ones. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows one replay, or the newest ones.")
class StatusCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private ReplayCommand replay;

	@Parameters(paramLabel = "ID", arity = "0..1", converter = ReplayId.class, description = "of a replay")
	private @Nullable String id;

	@Option(names = "--wait", description = "until it is over, an approval included")
	private boolean wait;

	@Override
	public Integer call() {
		if (this.wait && this.id == null) {
			throw new Refusal(ExitCodes.USAGE, "--wait needs the id of a replay.");
		}
		ConsoleApi api = this.replay.api();
		return (this.id != null) ? one(api, this.id) : newest(api.get("replays"));
	}

	private int one(ConsoleApi api, String id) {
		JsonNode found = api.get("replays/" + id);
		if (this.wait) {
			found = new Waiting(this.replay, api).untilEnded(found);
		}
		this.replay.show(found, ReplayText.whole(found));
		return this.wait ? Waiting.exitCode(found) : ExitCodes.DONE;
	}

	private int newest(JsonNode replays) {
		String lines = replays.valueStream().map(ReplayText::line).collect(Collectors.joining(System.lineSeparator()));
		this.replay.show(replays, lines.isEmpty() ? "There is no replay yet." : lines);
		return ExitCodes.DONE;
	}

}
