package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docker-compose.yml is told, checked without Docker. */
class ComposeSettingsTests {

	private static final Map<String, String> OWN_PASSWORDS = Stream
		.of("POSTGRES_PASSWORD", "GATEWAY_DATABASE_PASSWORD", "TRAINING_DATABASE_PASSWORD",
				"GENERATION_DATABASE_PASSWORD", "GALLERY_DATABASE_PASSWORD", "CONSOLE_DATABASE_PASSWORD")
		.collect(Collectors.toMap((name) -> name, (name) -> "chosen"));

	@Test
	void nothingNeedsToBeSetWhenEverythingIsSimulated() throws Exception {
		assertThat(complaints(Map.of())).isEmpty();
	}

	@Test
	void aRealKeyIsNotHandedToSimulators() throws Exception {
		assertThat(complaints(Map.of("FAL_KEY", "real"))).contains("FAL_KEY is set, but everything is simulated");
	}

	@Test
	void theRealWorldNeedsATokenAKeyAndPasswordsOfOnesOwn() throws Exception {
		Map<String, String> development = new HashMap<>(OWN_PASSWORDS);
		development.replaceAll((name, value) -> "for-development");
		development.put("COMPOSE_PROFILES", "observability, telegram");

		assertThat(complaints(development)).contains("needs TELEGRAM_BOT_TOKEN", "needs FAL_KEY", "needs CONSOLE_USERS")
			.contains("GALLERY_DATABASE_PASSWORD is still the one for development");
	}

	@Test
	void theRealWorldStartsWithAllThatItNeeds() throws Exception {
		Map<String, String> settings = new HashMap<>(OWN_PASSWORDS);
		settings.putAll(Map.of("COMPOSE_PROFILES", "telegram", "TELEGRAM_BOT_TOKEN", "1:a", "FAL_KEY", "real",
				"CONSOLE_USERS", "anna:operator:hash"));

		assertThat(complaints(settings)).isEmpty();
	}

	@Test
	void aProfileThatTheServicesCannotSeeIsSaid() throws Exception {
		assertThat(complaints(Map.of(), "s3")).contains("the profile s3 was given on the command line only");
	}

	@Test
	void everyVariableOfTheComposeFileIsExplained() throws IOException {
		Set<String> used = names("\\$\\{([A-Z_0-9]+)[:}]|(?m)^ +((?:TELEGRAM|FAL|LLM|MEDIA|CONSOLE)_[A-Z_0-9]+):$",
				"docker-compose.yml");

		assertThat(used).contains("FAL_KEY", "CHAT_PORT").isSubsetOf(names("(?m)^#([A-Z_0-9]+)=", ".env.example"));
	}

	@Test
	void everyVariableThatIsExplainedReachesSomebody() throws IOException {
		Set<String> used = names("\\$\\{([A-Z_0-9]+)[:}]|(?m)^ +([A-Z_0-9]+):(?: +#.*)?$", "docker-compose.yml");
		used.add("COMPOSE_PROFILES");

		assertThat(names("(?m)^#([A-Z_0-9]+)=", ".env.example")).contains("CONSOLE_SETTINGS", "CONSOLE_FORWARDED")
			.isSubsetOf(used);
	}

	@Test
	void everyServiceOfTheSandboxRunsInContainersToo() throws IOException {
		Set<String> containers = names("(?m)^    build: \\{ context: ., args: \\{ SERVICE: ([a-z-]+) \\} \\}$",
				"docker-compose.yml");

		assertThat(containers).containsExactlyInAnyOrderElementsOf(FakeProject.SERVICES)
			.isEqualTo(names("(?m)^!([a-z-]+)/target/\\1[.]jar$", ".dockerignore"))
			.isSubsetOf(names("([a-z]+-[a-z]+)[,\\]]", "deploy/observability/prometheus.yml"));
		assertThat(names("CREATE ROLE ([a-z]+)", "deploy/compose/roles.sql"))
			.isEqualTo(names("(?m)^      DATABASE_USER: ([a-z]+)$", "docker-compose.yml"))
			.isEqualTo(names("CREATE SCHEMA ([a-z]+)", "deploy/compose/roles.sql"))
			.hasSameSizeAs(containers);
	}

	private static Set<String> names(String pattern, String file) throws IOException {
		return Pattern.compile(pattern)
			.matcher(Files.readString(Project.root().resolve(file)))
			.results()
			.map(ComposeSettingsTests::found)
			.collect(Collectors.toSet());
	}

	private static String found(MatchResult match) {
		return Stream.of(1, match.groupCount())
			.map(match::group)
			.filter((name) -> name != null)
			.findFirst()
			.orElseThrow();
	}

	/** What the check says; nothing exactly when it lets everything start. */
	private static String complaints(Map<String, String> settings, String... profile)
			throws IOException, InterruptedException {
		Path check = Project.root().resolve("deploy/compose/check-settings");
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of("bash", check.toString()), Stream.of(profile)).toList());
		builder.environment().keySet().retainAll(Set.of("PATH"));
		builder.environment().putAll(settings);
		Process process = builder.redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor() == 0).as("exit code with: " + said).isEqualTo(said.isEmpty());
		return said;
	}

}
