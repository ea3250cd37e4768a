package studio.avatar.console.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./replay}: what the console's page does with replays, for a terminal and for
 * scripts. Nothing is kept or sent unless the call says so.
 */
@Command(name = "./replay", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		subcommands = {
				PlanCommand.class, PreviewCommand.class, RunCommand.class, StatusCommand.class, CancelCommand.class },
		description = "Replays records to one consumer: plan, preview, run.",
		footer = { "", "Who asks: CONSOLE_USER and CONSOLE_PASSWORD; of a sandbox that ./run started they are known.",
				"",
				"Without --execute nothing is sent that has an effect, and nothing is ended; without --freeze nothing is "
						+ "kept.",
				"",
				"With --json the answer is the console's own, and a refusal is problem details: "
						+ "{\"detail\": \"why\", \"status\": 409}.",
				"",
				"Exit codes: 0 done; 1 error, or the replay was stopped or cancelled; 2 called wrongly; 3 refused or "
						+ "waiting for approval; 4 the preview has records that would fail." })
public final class ReplayCommand {

	private final Map<String, String> environment;

	private final Path sandbox;

	private final Duration pace;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--url", scope = ScopeType.INHERIT, paramLabel = "ADDRESS",
			description = "address of the console (CONSOLE_URL)")
	private @Nullable String url;

	@Option(names = "--json", scope = ScopeType.INHERIT, description = "the console's own answer, for programs")
	private boolean json;

	private ReplayCommand(Map<String, String> environment, Path sandbox, Duration pace) {
		this.environment = environment;
		this.sandbox = sandbox;
		this.pace = pace;
	}

	public static void main(String[] args) {
		CommandLine line = line(System.getenv(), Path.of(".sandbox"), Duration.ofSeconds(1));
		System.exit(line.execute(args));
	}

	/**
	 * The command, ready to execute.
	 * @param sandbox where {@code ./run} keeps its things
	 * @param pace how often a waiting command asks
	 */
	static CommandLine line(Map<String, String> environment, Path sandbox, Duration pace) {
		CommandLine line = new CommandLine(new ReplayCommand(environment, sandbox, pace));
		line.setExecutionExceptionHandler((why, command, parsed) -> {
			if (why instanceof Refusal refusal) {
				return refused(command, parsed.expandedArgs(), refusal);
			}
			throw why;
		});
		CommandLine.IParameterExceptionHandler usage = line.getParameterExceptionHandler();
		line.setParameterExceptionHandler((why, words) -> {
			tellPrograms(why.getCommandLine(), List.of(words), new Refusal(ExitCodes.USAGE, why.getMessage()));
			return usage.handleParseException(why, words);
		});
		return line;
	}

	private static int refused(CommandLine command, List<String> words, Refusal refusal) {
		tellPrograms(command, words, refusal);
		command.getErr().println(refusal.getMessage());
		return refusal.exitCode();
	}

	// words and not options: they may be what could not be read
	private static void tellPrograms(CommandLine command, List<String> words, Refusal refusal) {
		if (words.contains("--json")) {
			command.getOut().println(refusal.problem());
			command.getOut().flush();
		}
	}

	ConsoleApi api() {
		return new ConsoleApi(ConsoleAddress.find(this.url, this.environment, this.sandbox));
	}

	/** Shows an answer: as it came, or in words. */
	void show(JsonNode answer, String words) {
		line().getOut().println(this.json ? answer.toString() : words);
		line().getOut().flush();
	}

	/** Says what goes on, apart from the answer. */
	void say(String words) {
		line().getErr().println(words);
		line().getErr().flush();
	}

	/** Waits a moment before asking again. */
	void pause() {
		try {
			Thread.sleep(this.pace);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal(ExitCodes.ERROR, "Interrupted");
		}
	}

	private CommandLine line() {
		if (this.spec == null) {
			throw new IllegalStateException("This command was not called");
		}
		return this.spec.commandLine();
	}

}
