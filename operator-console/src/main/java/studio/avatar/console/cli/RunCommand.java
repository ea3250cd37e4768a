package studio.avatar.console.cli;

import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends the records, when the call says so. */
@Command(name = "run", mixinStandardHelpOptions = true,
		description = "Sends the records of a previewed plan. Without --execute it only says what it would do.")
class RunCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private ReplayCommand replay;

	@Parameters(paramLabel = "ID", converter = ReplayId.class, description = "of the plan")
	@SuppressWarnings("NullAway.Init")
	private String id;

	@Option(names = "--execute", description = "really send them")
	private boolean execute;

	@Option(names = "--reason", description = "why; needed with --execute")
	private @Nullable String reason;

	@Option(names = "--rate", paramLabel = "N", description = "records a second")
	private @Nullable Integer rate;

	@Option(names = "--stop-at-percent", paramLabel = "N", description = "stop when so many fail")
	private @Nullable Integer stopAtPercent;

	@Option(names = "--wait", description = "until it is over; not for an approval")
	private boolean wait;

	@Override
	public Integer call() {
		ConsoleApi api = this.replay.api();
		return this.execute ? executed(api) : said(api.get("replays/" + this.id));
	}

	private int said(JsonNode planned) {
		this.replay.show(planned, ReplayText.whole(planned));
		this.replay.say("Nothing was sent. --execute --reason \"...\" sends them.");
		return ExitCodes.DONE;
	}

	private int executed(ConsoleApi api) {
		JsonNode running = api.post("replays/" + this.id + "/run", wish());
		if (this.wait) {
			running = new Waiting(this.replay, api).whileIn(Set.of("RUNNING", "PAUSED"), running);
		}
		this.replay.show(running, ReplayText.whole(running));
		if (ReplayText.text(running, "state").equals("AWAITING_APPROVAL")) {
			this.replay.say("Another person has to approve it: on its page, /replay/" + this.id);
		}
		return Waiting.exitCode(running);
	}

	private ObjectNode wish() {
		if (this.reason == null || this.reason.isBlank()) {
			throw new Refusal(ExitCodes.USAGE, "--execute needs a --reason.");
		}
		ObjectNode wish = ConsoleApi.JSON.createObjectNode().put("reason", this.reason);
		if (this.rate != null) {
			wish.put("rate", this.rate);
		}
		if (this.stopAtPercent != null) {
			wish.put("stopAtPercent", this.stopAtPercent);
		}
		return wish;
	}

}
