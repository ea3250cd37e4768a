package studio.avatar.console.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts what a selection holds, and freezes it when asked to. */
@Command(name = "plan", mixinStandardHelpOptions = true,
		description = "Counts what would be replayed and shows a sample. --freeze keeps exactly these records as a plan.")
class PlanCommand implements Callable<Integer> {

	private static final Pattern WINDOW = Pattern.compile("(.+)-(\\d+)@(\\d+)\\.\\.(\\d+)");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private ReplayCommand replay;

	@Option(names = "--consumer", required = true, paramLabel = "SERVICE/TOPIC", description = "who handles them again")
	@SuppressWarnings("NullAway.Init")
	private String consumer;

	@Option(names = "--mode", defaultValue = "redeliver",
			description = "redeliver: what was handled is dropped; rebuild: a projection is made anew")
	@SuppressWarnings("NullAway.Init")
	private String mode;

	@Option(names = "--topic", description = "only of this topic; several times for several")
	private List<String> topics = List.of();

	@Option(names = "--type", description = "only of this type, such as generation.completed")
	private List<String> types = List.of();

	@Option(names = "--chat", description = "only of this chat")
	private @Nullable String chat;

	@Option(names = "--correlation", description = "only what belongs to this correlation id")
	private @Nullable String correlationId;

	@Option(names = "--event", description = "only this event id")
	private @Nullable String eventId;

	@Option(names = "--from", paramLabel = "TIME", description = "not older, such as 2026-11-22T00:00:00Z")
	private @Nullable String from;

	@Option(names = "--to", paramLabel = "TIME", description = "older than this")
	private @Nullable String to;

	@Option(names = "--text", description = "only where the JSON has these words")
	private @Nullable String text;

	@Option(names = "--offsets", paramLabel = "TOPIC-PARTITION@FROM..TO", description = "only these of a partition")
	private @Nullable String offsets;

	@Option(names = "--record", paramLabel = "TOPIC-PARTITION@OFFSET",
			description = "this one; several times for several")
	private List<String> records = List.of();

	@Option(names = "--freeze", description = "keep these records as a plan")
	private boolean freeze;

	@Option(names = "--reason", description = "why; needed with --freeze")
	private @Nullable String reason;

	@Option(names = "--force", description = "although the same is being replayed already")
	private boolean force;

	@Override
	public Integer call() {
		ObjectNode plan = plan();
		return this.freeze ? frozen(plan) : counted(plan);
	}

	private int counted(ObjectNode plan) {
		JsonNode estimate = this.replay.api().post("replays/estimate", plan);
		this.replay.show(estimate, ReplayText.estimate(estimate));
		estimate.path("same")
			.valueStream()
			.forEach((same) -> this.replay.say("The same already: " + ReplayText.line(same)));
		this.replay.say("Nothing was kept. --freeze --reason \"...\" makes a plan of it.");
		return ExitCodes.DONE;
	}

	private int frozen(ObjectNode plan) {
		if (this.reason == null || this.reason.isBlank()) {
			throw new Refusal(ExitCodes.USAGE, "--freeze needs a --reason.");
		}
		plan.put("reason", this.reason).put("force", this.force);
		JsonNode planned = this.replay.api().post("replays", plan);
		this.replay.show(planned, ReplayText.whole(planned));
		this.replay.say("Next: ./replay preview " + ReplayText.text(planned, "id") + " --wait");
		return ExitCodes.DONE;
	}

	private ObjectNode plan() {
		ObjectNode plan = ConsoleApi.JSON.createObjectNode();
		plan.put("consumer", this.consumer).put("mode", this.mode);
		ObjectNode select = plan.putObject("select");
		all(select, "topics", this.topics);
		all(select, "types", this.types);
		all(select, "records", this.records);
		one(select, "chat", this.chat);
		one(select, "correlationId", this.correlationId);
		one(select, "eventId", this.eventId);
		one(select, "from", this.from);
		one(select, "to", this.to);
		one(select, "text", this.text);
		window(select);
		return plan;
	}

	private void window(ObjectNode select) {
		if (this.offsets != null) {
			Matcher window = WINDOW.matcher(this.offsets);
			if (!window.matches()) {
				throw new Refusal(ExitCodes.USAGE, "--offsets is written as generation.events-3@100..200.");
			}
			select.putObject("offsets")
				.put("topic", window.group(1))
				.put("partition", number(window.group(2)))
				.put("from", number(window.group(3)))
				.put("to", number(window.group(4)));
		}
	}

	private static long number(String digits) {
		if (digits.length() > 18) {
			throw new Refusal(ExitCodes.USAGE, digits + " is no offset: it has too many digits.");
		}
		return Long.parseLong(digits);
	}

	private static void all(ObjectNode select, String name, List<String> values) {
		if (!values.isEmpty()) {
			ArrayNode array = select.putArray(name);
			values.forEach(array::add);
		}
	}

	private static void one(ObjectNode select, String name, @Nullable String value) {
		if (value != null) {
			select.put(name, value);
		}
	}

}
