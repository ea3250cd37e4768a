package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.avatar.sandbox.backing.Leftover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RunCommandIT {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	@TempDir
	private Path folder;

	private FakeProject project;

	private final List<Process> started = new ArrayList<>();

	@BeforeEach
	void makeAProject() throws IOException {
		this.project = FakeProject.in(this.folder.toRealPath());
	}

	@AfterEach
	void endWhatWasStarted() throws InterruptedException {
		for (Process process : this.started) {
			process.destroy();
			assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void itSaysWhatIsReadyAndHowToStop() throws IOException {
		FakeProject.Run run = ready(run(Map.of()));

		assertThat(run.lines()).anyMatch((line) -> line.endsWith("Ctrl-C stops everything."));
		assertThat(run.lines()).filteredOn((line) -> line.matches(" +(✓|ok) .*")).hasSize(5);
	}

	@Test
	void noProcessIsLeftAfterItIsAskedToEnd() throws IOException, InterruptedException {
		FakeProject.Run run = run(Map.of());
		List<ProcessHandle> services = services();

		run.process().destroy();

		assertThat(run.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(services).hasSize(5).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	void noProcessIsLeftAfterItIsKilled() throws IOException {
		FakeProject.Run run = run(Map.of());
		List<ProcessHandle> services = services();

		run.process().destroyForcibly();

		await().atMost(PATIENCE).untilAsserted(() -> assertThat(services).hasSize(5).noneMatch(ProcessHandle::isAlive));
	}

	@Test
	void aServiceThatIsKilledIsStartedAgain() throws IOException {
		FakeProject.Run run = ready(run(Map.of()));
		ProcessHandle victim = services().getFirst();

		victim.destroyForcibly();

		await().atMost(PATIENCE).untilAsserted(() -> assertThat(services()).hasSize(5).doesNotContain(victim));
		assertThat(run.lines()).anyMatch((line) -> line.contains("gateway-bot ended (exit code 137)"));
	}

	@Test
	void aSecondRunIsRefused() throws IOException, InterruptedException {
		FakeProject.Run first = run(Map.of());
		services();

		FakeProject.Run second = run(Map.of());

		assertThat(outcome(second)).endsWith("Avatar Studio cannot start. Avatar Studio already runs from "
				+ this.project.sandbox() + " (process " + first.process().pid() + "): stop that one first");
	}

	@Test
	void aServiceThatEndsAtItsStartIsSaidWithItsLastWords() throws IOException, InterruptedException {
		FakeProject.Run run = run(Map.of("FAKE_BROKEN", "gallery-service.jar"));

		assertThat(outcome(run)).contains("gallery-service ended while starting")
			.contains("the answer is missing")
			.contains(this.project.sandbox().resolve("logs/gallery-service.log").toString());
	}

	@Test
	void aPortInUseIsSaidBeforeAnythingStarts() throws IOException, InterruptedException {
		try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			String port = Integer.toString(taken.getLocalPort());

			FakeProject.Run run = run(Map.of("TELEGRAM_BOT_TOKEN", ""), "--port", port);

			assertThat(outcome(run)).isEqualTo("Avatar Studio cannot start. Port " + port
					+ " is in use by another program: choose another one with --port, for example --port 8090");
		}
	}

	@Test
	void aJarThatWasNotBuiltIsSaidWithTheCommandThatBuildsIt() throws IOException, InterruptedException {
		Files.delete(this.project.root().resolve("gallery-service/target/gallery-service.jar"));

		assertThat(outcome(run(Map.of()))).contains("gallery-service.jar").contains("./mvnw -DskipTests package");
	}

	@Test
	void whatTheEnvironmentNamesIsPassedThroughAndNothingIsSimulated() throws IOException, InterruptedException {
		FakeProject.Run run = ready(run(Map.of()));

		assertThat(environment(run.lines(), "training-service")).contains("TELEGRAM_BOT_TOKEN=1:real",
				"FAL_KEY=real-key", "LLM_API_KEY=real-llm-key", "KAFKA_BROKERS=127.0.0.1:1",
				"DATABASE_URL=jdbc:postgresql://127.0.0.1:1/elsewhere?currentSchema=training",
				"SPRING_PROFILES_ACTIVE=sandbox", "MEDIA_FOLDER=" + this.project.sandbox().resolve("media"));
		assertThat(run.lines()).noneMatch((line) -> line.contains("simulator"))
			.anyMatch((line) -> line.contains("Telegram is the real one"))
			.anyMatch((line) -> line.contains("fal is the real one"));
	}

	@Test
	void operatorsAreToldWhereTheySignInAndAsWhomAndKeepTheirPasswords() throws IOException, InterruptedException {
		FakeProject.Run first = ready(run(Map.of()));
		String said = operators(first);
		assertThat(environment(first.lines(), "operator-console")).anyMatch(
				(line) -> line.matches("CONSOLE_USERS=operator:operator:[$]2a[$]10[$]\\S{53} approver:approver:.*"));
		first.process().destroy();
		assertThat(first.process().waitFor(30, TimeUnit.SECONDS)).isTrue();

		FakeProject.Run second = ready(run(Map.of()));

		assertThat(said).matches("Operators: http://127.0.0.1:\\d+: sign in as operator / [0-9a-f]{16}, "
				+ "a second person as approver / [0-9a-f]{16}");
		assertThat(operators(second)).isEqualTo(said);
	}

	@Test
	void aConsoleThatCannotStartDoesNotTakeTheBotWithIt() throws IOException, InterruptedException {
		FakeProject.Run run = ready(run(Map.of("FAKE_BROKEN", "operator-console.jar")));

		assertThat(operators(run)).contains("the bot goes on without it", "operator-console ended while starting");
		assertThat(environment(run.lines(), "gateway-bot")).isNotEmpty();
	}

	@Test
	void operatorsOfOnesOwnAreTakenFromTheEnvironment() throws IOException, InterruptedException {
		FakeProject.Run run = ready(run(Map.of("CONSOLE_USERS", "anna:viewer:hash")));

		assertThat(environment(run.lines(), "operator-console")).contains("CONSOLE_USERS=anna:viewer:hash");
		assertThat(operators(run)).matches("Operators: http://127.0.0.1:\\d+");
	}

	private static String operators(FakeProject.Run run) {
		return run.lines().stream().filter((line) -> line.startsWith("Operators: ")).findFirst().orElseThrow();
	}

	private FakeProject.Run run(Map<String, String> environment, String... arguments) throws IOException {
		FakeProject.Run run = this.project.run(environment, arguments);
		this.started.add(run.process());
		return run;
	}

	/** Waits until it says that all is ready, the console last. */
	private static FakeProject.Run ready(FakeProject.Run run) {
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(run.lines()).anyMatch((line) -> line.startsWith("Operators: ")));
		return run;
	}

	private static List<String> environment(List<String> said, String service)
			throws IOException, InterruptedException {
		String line = said.stream().filter((candidate) -> candidate.contains(service)).findFirst().orElseThrow();
		URI url = URI.create(line.substring(line.indexOf("http"))).resolve("/environment");
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
				.body()
				.lines()
				.toList();
		}
	}

	/** What it said when it could not start. */
	private static String outcome(FakeProject.Run run) throws InterruptedException {
		assertThat(run.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(run.process().exitValue()).isEqualTo(1);
		return run.lines().stream().filter((line) -> line.contains("cannot start")).findFirst().orElse("");
	}

	/** The five services, once all of them live. */
	private List<ProcessHandle> services() {
		return await().atMost(PATIENCE).until(this::living, (living) -> living.size() == 5);
	}

	private List<ProcessHandle> living() {
		return FakeProject.SERVICES.stream()
			.map((service) -> this.project.sandbox().resolve("logs/" + service + ".pid"))
			.flatMap(
					(file) -> studio.avatar.sandbox.backing.Leftover.recordedIn(file, this.project.sandbox().toString())
						.stream())
			.toList();
	}

}
