package studio.avatar.console.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import studio.avatar.common.contract.GenerationEvent.GenerationCancelled;
import studio.avatar.common.contract.Topic;
import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command line against the real API: what one writes the other reads. */
class ReplayCommandIT extends ConsoleUnderTest {

	private static final String CONSUMER = "gallery/generation.events";

	private static final String CHAT = "770155";

	private String out = "";

	private String err = "";

	@Test
	void aReplayGoesFromItsPlanToItsEndAtATerminal() {
		anEventIsArchived();
		assertThat(call("operator", "plan", "--consumer", CONSUMER, "--chat", CHAT)).isZero();
		assertThat(this.out).contains("1 record, among them", "generation.cancelled", "key " + CHAT);

		assertThat(call("operator", "plan", "--consumer", CONSUMER, "--chat", CHAT, "--freeze", "--reason", "a test",
				"--json"))
			.isZero();
		JsonNode planned = ConsoleApi.JSON.readTree(this.out);
		String id = planned.path("id").asString();
		assertThat(planned.path("state").asString()).isEqualTo("PLANNED");

		assertThat(call("operator", "run", id, "--execute", "--reason", "a test")).isEqualTo(ExitCodes.REFUSED);
		assertThat(this.err).isNotBlank();
		assertThat(call("operator", "preview", id)).isZero();
		assertThat(this.out).contains("Replay " + id + " is PREVIEW",
				CONSUMER + " (redeliver), 1 record" + System.lineSeparator(), "planned by operator: a test");
		assertThat(call("operator", "cancel", id, "--execute")).isZero();
		assertThat(call("operator", "status", id, "--wait")).isEqualTo(ExitCodes.ERROR);
		assertThat(this.out).contains("is CANCELLED");
		assertThat(call("viewer", "status")).isZero();
		assertThat(this.out).contains(id, "CANCELLED", CONSUMER);
	}

	@Test
	void whoeverMayOnlyLookIsRefusedInWords() {
		assertThat(call("viewer", "plan", "--consumer", CONSUMER, "--freeze", "--reason", "a test"))
			.isEqualTo(ExitCodes.REFUSED);
		assertThat(this.err.strip()).isEqualTo("Your roles do not allow this.");
	}

	@Test
	void aReplayThatThereIsNotIsAnError() {
		assertThat(call("viewer", "status", UUID.randomUUID().toString())).isEqualTo(ExitCodes.ERROR);
		assertThat(this.err).isNotBlank();
	}

	private void anEventIsArchived() {
		long chat = Long.parseLong(CHAT);
		WIRE.publish(Topic.GENERATION_EVENTS, chat, new GenerationCancelled(UUID.randomUUID(), chat, chat));
		await().untilAsserted(() -> {
			call("operator", "plan", "--consumer", CONSUMER, "--chat", CHAT, "--json");
			assertThat(ConsoleApi.JSON.readTree(this.out).path("count").asLong()).isEqualTo(1);
		});
	}

	private int call(String user, String... arguments) {
		StringWriter answers = new StringWriter();
		StringWriter remarks = new StringWriter();
		CommandLine line = ReplayCommand.line(Map.of("CONSOLE_URL", "http://127.0.0.1:" + this.port, "CONSOLE_USER",
				user, "CONSOLE_PASSWORD", passwordOf(user)), Path.of("no-sandbox"), Duration.ofMillis(50));
		line.setOut(new PrintWriter(answers)).setErr(new PrintWriter(remarks));
		int exitCode = line.execute(arguments);
		this.out = answers.toString();
		this.err = remarks.toString();
		return exitCode;
	}

}
