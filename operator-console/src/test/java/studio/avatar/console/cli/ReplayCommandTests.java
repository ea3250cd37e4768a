package studio.avatar.console.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayCommandTests {

	private static final String ESTIMATE = """
			{"count": 3, "limit": 100000, "tooMany": false, "same": [], "sample": [
			{"place": "generation.events-3@17", "recordedAt": "2026-11-22T10:00:00Z", "type": "generation.completed", "key": "42"}]}""";

	@TempDir
	private Path sandbox;

	private StandInConsole console;

	private Said said;

	@BeforeEach
	void start() throws IOException {
		this.console = new StandInConsole();
	}

	@AfterEach
	void stop() {
		this.console.close();
	}

	@Test
	void aPlanOnlyCountsAndShowsASampleUnlessItIsFrozen() {
		this.console.answers("POST /api/replays/estimate", 200, ESTIMATE);

		call("plan", "--consumer", "gallery/generation.events", "--type", "generation.completed", "--chat", "42",
				"--from", "2026-11-22T00:00:00Z", "--offsets", "generation.events-3@10..20");

		assertThat(this.said.exitCode()).isZero();
		assertThat(this.said.out()).contains("3 records", "generation.events-3@17", "generation.completed", "key 42");
		assertThat(this.said.err()).contains("Nothing was kept.");
		assertThat(this.console.calls)
			.containsExactly("POST /api/replays/estimate {\"consumer\":\"gallery/generation.events\","
					+ "\"mode\":\"redeliver\",\"select\":{\"types\":[\"generation.completed\"],\"chat\":\"42\","
					+ "\"from\":\"2026-11-22T00:00:00Z\",\"offsets\":{\"topic\":\"generation.events\",\"partition\":3,\"from\":10,"
					+ "\"to\":20}}}");
	}

	@Test
	void aFrozenPlanHasAReasonAndTellsWhatComesNext() {
		this.console.answers("POST /api/replays", 201, replay("PLANNED"));

		call("plan", "--consumer", "gallery/generation.events", "--freeze", "--reason", "lost table");

		assertThat(this.said.exitCode()).isZero();
		assertThat(this.console.calls).hasSize(1).first().asString().contains("\"reason\":\"lost table\"");
		assertThat(this.said.err()).contains("./replay preview 7f3a --wait");
	}

	@Test
	void aPreviewIsFollowedUntilItIsComplete() {
		this.console.answers("POST /api/replays/7f3a/preview", 202, replay("PREVIEWING"))
			.answers("GET /api/replays/7f3a", 200, replay("PREVIEWING"))
			.answers("GET /api/replays/7f3a", 200,
					"""
							{"id": "7f3a", "state": "PREVIEWED", "consumer": "gallery/generation.events", "records": 3, "preview":
							{"answered": 3, "failed": 1, "sums": {"results": {"WOULD_BE_HANDLED": 2, "WOULD_FAIL": 1}, "creditsMoved": 15,
							"events": [{"type": "credits.captured", "events": 2}], "failures": [{"cause": "java.lang.IllegalStateException",
							"message": "no such avatar\\u001b[31m", "records": 1}]}}}""");

		call("preview", "7f3a", "--wait");

		assertThat(this.said.exitCode()).isEqualTo(4);
		assertThat(this.said.out())
			.contains("PREVIEWED", "would be handled: 2", "would fail: 1", "event credits.captured: 2",
					"credits moved: 15", "1 times java.lang.IllegalStateException: no such avatar")
			.doesNotContain("\u001b");
		assertThat(this.said.err()).contains("PREVIEWING: 0 of 3 answered");
	}

	@Test
	void aRunThatIsNotExecutedSendsNothing() {
		this.console.answers("GET /api/replays/7f3a", 200, replay("PREVIEWED"));

		call("run", "7f3a");

		assertThat(this.said.exitCode()).isZero();
		assertThat(this.said.err()).contains("Nothing was sent.");
		assertThat(this.console.calls).containsExactly("GET /api/replays/7f3a");
	}

	@ParameterizedTest
	@CsvSource({ "COMPLETED,0", "STOPPED,1", "CANCELLED,1" })
	void anExecutedRunIsFollowedAndEndsAsItEnded(String state, int exitCode) {
		this.console.answers("POST /api/replays/7f3a/run", 202, replay("RUNNING"))
			.answers("GET /api/replays/7f3a", 200, replay("PAUSED"))
			.answers("GET /api/replays/7f3a", 200, replay(state));

		call("run", "7f3a", "--execute", "--reason", "lost table", "--rate", "50", "--wait");

		assertThat(this.said.exitCode()).isEqualTo(exitCode);
		assertThat(this.console.calls.getFirst())
			.isEqualTo("POST /api/replays/7f3a/run {\"reason\":\"lost table\",\"rate\":50}");
		assertThat(this.said.err()).contains("RUNNING:", "PAUSED:");
	}

	@Test
	void aConsoleThatIsAwayForAMomentDoesNotEndTheWaiting() {
		this.console.answers("GET /api/replays/7f3a", 200, replay("RUNNING"))
			.answers("GET /api/replays/7f3a", 503, "")
			.answers("GET /api/replays/7f3a", 429, "{}")
			.answers("GET /api/replays/7f3a", 200, replay("COMPLETED"));

		call("status", "7f3a", "--wait");

		assertThat(this.said.exitCode()).isZero();
		assertThat(this.said.err()).contains("The console answers 503. Trying again for some minutes.");
	}

	@ParameterizedTest
	@CsvSource({ "PLANNED,preview it", "PREVIEWED,run it", "AWAITING_APPROVAL,another person", "PAUSED,resume it" })
	void whoeverWaitsReadsWhatTheReplayWaitsFor(String state, String words) {
		this.console.answers("GET /api/replays/7f3a", 200, replay(state))
			.answers("GET /api/replays/7f3a", 200, replay("COMPLETED"));

		call("status", "7f3a", "--wait");

		assertThat(this.said.err()).contains(words);
	}

	@Test
	void aReplayIsNotEndedUnlessTheCallSaysSo() {
		this.console.answers("GET /api/replays/7f3a", 200, replay("RUNNING"));

		call("cancel", "7f3a");

		assertThat(this.said.exitCode()).isZero();
		assertThat(this.said.err()).contains("Nothing was ended.");
		assertThat(this.console.calls).containsExactly("GET /api/replays/7f3a");
	}

	@Test
	void programsReadRefusalsAsProblemDetails() {
		this.console.answers("POST /api/replays/7f3a/cancel", 409, "{\"detail\":\"It has ended already.\"}");

		call("cancel", "7f3a", "--execute", "--json");

		assertThat(this.said.exitCode()).isEqualTo(3);
		assertThat(this.said.out().strip()).isEqualTo("{\"detail\":\"It has ended already.\",\"status\":409}");
	}

	@Test
	void programsReadAsJsonThatTheyCalledInAWayThatMakesNoSense() {
		call("status", "--json", "--wait");
		assertThat(this.said.out().strip()).isEqualTo("{\"detail\":\"--wait needs the id of a replay.\"}");

		call("run", "--json");
		assertThat(ConsoleApi.JSON.readTree(this.said.out()).path("detail").asString()).contains("ID");
		assertThat(this.said.exitCode()).isEqualTo(2);
	}

	@Test
	void whatIsRefusedDoesNotSteerATerminal() {
		this.console.answers("GET /api/replays", 409, "{\"detail\":\"no \\u009b31m\\u202e\\u001b[2J such\"}");

		call("status");

		assertThat(this.said.err()).contains("31m").doesNotContain("\u009b", "\u202e", "\u001b");
	}

	@Test
	void thePasswordOfASandboxIsForItsOwnConsoleOnly() throws IOException {
		Files.writeString(this.sandbox.resolve("operators.properties"),
				"url=http://127.0.0.1:1\nanna.password=secret\n");

		this.said = Said.by(Map.of("CONSOLE_USER", "anna"), this.sandbox, "status", "--url", this.console.url());

		assertThat(this.said.exitCode()).isEqualTo(2);
		assertThat(this.console.calls).isEmpty();
	}

	@Test
	void thePasswordOfASandboxIsNotForAConsoleThatOthersSignInTo() throws IOException {
		Files.writeString(this.sandbox.resolve("operators.properties"),
				"url=" + this.console.url() + "\nsign-in=false\nanna.password=secret\n");

		this.said = Said.by(Map.of("CONSOLE_USER", "anna"), this.sandbox, "status");

		assertThat(this.said.exitCode()).isEqualTo(2);
		assertThat(this.said.err()).contains("CONSOLE_USER and CONSOLE_PASSWORD");
	}

	@Test
	void aRunThatNeedsApprovalEndsWithItsOwnCode() {
		this.console.answers("POST /api/replays/7f3a/run", 202, replay("AWAITING_APPROVAL"));

		call("run", "7f3a", "--execute", "--reason", "lost table", "--wait");

		assertThat(this.said.exitCode()).isEqualTo(3);
		assertThat(this.said.err()).contains("Another person has to approve it");
	}

	@Test
	void whatTheConsoleRefusesIsSaidInItsWords() {
		this.console.answers("POST /api/replays/7f3a/cancel", 409, "{\"detail\":\"It has ended already.\"}");

		call("cancel", "7f3a", "--execute");

		assertThat(this.said.exitCode()).isEqualTo(3);
		assertThat(this.said.err().strip()).isEqualTo("It has ended already.");
		assertThat(this.said.out()).isEmpty();
	}

	@Test
	void programsGetTheAnswerAsItCame() {
		this.console.answers("GET /api/replays", 200, "[" + replay("RUNNING") + "]");

		call("status", "--json");

		assertThat(this.said.out().strip()).startsWith("[{\"id\":\"7f3a\"").endsWith("}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "run", "plan", "nonsense", "run ../../admin", "status --rate 3", "run 7f3a --execute",
			"plan --consumer a/b --freeze", "plan --consumer a/b --offsets nonsense", "status --wait" })
	void aCallThatMakesNoSenseSendsNothingAndEndsWithTwo(String arguments) {
		call(arguments.split(" "));

		assertThat(this.said.exitCode()).isEqualTo(2);
		assertThat(this.said.err()).isNotBlank();
		assertThat(this.console.calls).noneMatch((call) -> call.startsWith("POST"));
	}

	@Test
	void aConsoleThatDoesNotAnswerIsAnError() {
		this.console.close();

		call("status");

		assertThat(this.said.exitCode()).isEqualTo(1);
		assertThat(this.said.err()).contains("does not answer at http://127.0.0.1");
	}

	@Test
	void whatIsNoConsoleIsAnError() {
		this.console.answers("GET /api/replays", 200, "<html>");

		call("status");

		assertThat(this.said.exitCode()).isEqualTo(1);
		assertThat(this.said.err()).contains("is no console");
	}

	@Test
	void ofASandboxAddressAndPasswordAreKnown() throws IOException {
		Files.writeString(this.sandbox.resolve("operators.properties"),
				"url=" + this.console.url() + "\nanna.password=secret\n");
		this.console.answers("GET /api/replays", 200, "[]");

		this.said = Said.by(Map.of("CONSOLE_USER", "anna"), this.sandbox, "status");

		assertThat(this.said.exitCode()).isZero();
		assertThat(this.said.out()).contains("There is no replay yet.");
	}

	private void call(String... arguments) {
		this.said = Said.by(
				Map.of("CONSOLE_URL", this.console.url(), "CONSOLE_USER", "anna", "CONSOLE_PASSWORD", "secret"),
				this.sandbox, arguments);
	}

	private static String replay(String state) {
		return """
				{"id":"7f3a","state":"%s","consumer":"gallery/generation.events","mode":"redeliver","records":3,
				"reason":"lost table","plannedBy":"anna"}""".formatted(state);
	}

	/** What a call printed, and how it ended. */
	private record Said(int exitCode, String out, String err) {

		static Said by(Map<String, String> environment, Path sandbox, String... arguments) {
			StringWriter out = new StringWriter();
			StringWriter err = new StringWriter();
			CommandLine line = ReplayCommand.line(environment, sandbox, Duration.ofMillis(1));
			line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
			int exitCode = line.execute(arguments);
			return new Said(exitCode, out.toString(), err.toString());
		}

	}

}
