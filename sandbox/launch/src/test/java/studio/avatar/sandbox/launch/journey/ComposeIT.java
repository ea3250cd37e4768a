package studio.avatar.sandbox.launch.journey;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import studio.avatar.sandbox.provider.RemoteFal;
import studio.avatar.sandbox.provider.SimulatedRequest;
import studio.avatar.sandbox.telegram.RemotePerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of each service in containers; last of all one of each is killed in the
 * middle of its work, and the console is asked about it. Runs with the Maven profile
 * {@code compose}. Long, since what is asked of the containers stands beside what they
 * have been through.
 */
@Tag("compose")
@Timeout(360)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final long RHEA = 901;

	private static final int PEOPLE = 12;

	/** The name of a metric always has two words at least. */
	private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(_[a-z0-9]+)+\\b");

	private static ComposeProject project;

	@BeforeAll
	@Timeout(1000)
	static void up() {
		project = ComposeProject.up();
		everybodyLooksAround();
	}

	@AfterAll
	static void down() {
		if (project != null) {
			project.close();
		}
	}

	@Test
	@Order(1)
	void bothInstancesOfEachServiceTakeTheirShareOfTheWork() {
		assertThat(ComposeProject.SERVICES)
			.allSatisfy((service) -> assertThat(handledByEach(service).values()).hasSize(2).doesNotContain(0L));
	}

	@Test
	@Order(2)
	void everyMetricOnTheDashboardIsOneThatServicesOrTheConsoleReport() {
		// what nobody does is not measured
		new ComposedConsole(project.console()).signIn("for-development");
		Set<String> reported = ComposeProject.ALL.stream()
			.flatMap((service) -> project.instances(service).stream())
			.flatMap((instance) -> METRIC.matcher(instance.metrics()).results())
			.map(MatchResult::group)
			.collect(Collectors.toSet());

		assertThat(metricsOnTheDashboard()).contains("messages_total").isSubsetOf(reported);
	}

	@Test
	@Order(4)
	void oneInstanceOfEachServiceIsKilledAtWorkAndNothingIsLostOrDoubled() {
		Conversation chat = new Conversation(RemotePerson.at(project.simulators(8080), RHEA, "Rhea", "en"));
		try (RemoteFal fal = new RemoteFal(project.simulators(8081).resolve("/control"))) {
			Map<Instance, Long> before = handledByEach("training-service");
			Steps.pressTrain(chat, "Rhea", RHEA);
			awaitWork(fal, 1);
			busiest("training-service", before).kill();
			project.instances("gateway-bot").stream().filter(Instance::polls).findFirst().orElseThrow().kill();
			chat.reads("Rhea is ready!");
			long ready = chat.messages("Rhea is ready!");

			before = handledByEach("generation-service");
			Steps.pressCreate(chat, "feeding pigeons in Venice");
			awaitWork(fal, 2);
			busiest("generation-service", before).kill();
			chat.sees("Seed");

			chat.presses("🖼 Gallery");
			project.instances("gallery-service").getFirst().kill();
			chat.sees("1 of 1");

			assertThat(ready).isEqualTo(1);
			// the button under it has turned it into another card; a second one would
			// still stand here
			assertThat(chat.messages("Rhea is ready!")).isZero();
			assertThat(fal.requests()).hasSize(2);
			assertThat(fal.ignoredFields()).isEmpty();
		}
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(movements())
				.isEqualTo(List.of("WELCOME 200", "HOLD 100", "CAPTURE 100", "HOLD 5", "CAPTURE 5")));
		assertThat(balance()).isEqualTo("95 available, 0 held");
		assertThat(chat.messages("Seed")).isEqualTo(1);
		assertThat(project.recordsIn(".*[.]parked")).isZero();
	}

	@Test
	@Order(5)
	void theConsoleLetsInWhoMayFindsTheJourneyAndPreviewsAReplayOfIt() {
		ComposedConsole console = new ComposedConsole(project.console());

		assertThat(console.signIn("wrong")).endsWith("/sign-in?wrong");
		assertThat(console.signIn("for-development")).endsWith("/");
		console.finds(RHEA, "generation.completed", "pigeons");
		assertThat(console.preview("gallery/generation.events", RHEA)).isEqualTo(Map.of("WOULD_BE_DROPPED", 1L));
	}

	@Test
	@Order(3)
	void containersAreReachedFromThisMachineOnlyAndRunWithLimitsAndWithoutRoot() {
		List<Instance> ours = ComposeProject.ALL.stream()
			.flatMap((service) -> project.instances(service).stream())
			.toList();

		assertThat(ours).isNotEmpty().allSatisfy((instance) -> {
			assertThat(instance.inspect("{{.Config.User}}")).isEqualTo("10001:10001");
			assertThat(instance.inspect("{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"))
				.isEqualTo("true [ALL]");
			assertThat(Long.parseLong(instance.inspect("{{.HostConfig.Memory}}"))).isBetween(1L, 700_000_000L);
		});
		assertThat(List.of("gateway-bot", "training-service", "generation-service", "gallery-service",
				"operator-console", "simulators", "postgres", "kafka"))
			.flatMap(project::instances)
			.flatMap((instance) -> instance
				.inspect("{{range .NetworkSettings.Ports}}{{range .}}{{println .HostIp}}{{end}}{{end}}")
				.lines()
				.toList())
			.isNotEmpty()
			.containsOnly("127.0.0.1");
	}

	/** Chats are spread over the partitions, and these over the instances. */
	private static void everybodyLooksAround() {
		List<Conversation> people = LongStream.range(0, PEOPLE)
			.mapToObj((person) -> RemotePerson.at(project.simulators(8080), 910 + person, "Person " + person, "en"))
			.map(Conversation::new)
			.toList();
		people.forEach((person) -> person.says("/start"));
		people.forEach((person) -> person.presses("🎭 My avatars"));
		people.forEach((person) -> person.reads("You have no avatar yet"));
		people.forEach((person) -> person.says("/create"));
		people.forEach((person) -> person.says("/gallery"));
		await().atMost(PATIENCE)
			.until(() -> handled("generation-service") >= PEOPLE && handled("gallery-service") >= PEOPLE);
	}

	private static List<String> metricsOnTheDashboard() {
		return Pattern.compile("\"expr\": \"(.*)\",")
			.matcher(project.file("deploy/observability/grafana/dashboards/avatar-studio.json"))
			.results()
			.map((query) -> query.group(1).replaceAll("by \\([^)]*\\)", ""))
			.flatMap((query) -> METRIC.matcher(query).results())
			.map(MatchResult::group)
			.toList();
	}

	private static void awaitWork(RemoteFal fal, int requests) {
		await().atMost(PATIENCE)
			.until(fal::requests,
					(all) -> all.size() == requests && all.getLast().state() == SimulatedRequest.State.IN_PROGRESS);
	}

	private static Instance busiest(String service, Map<Instance, Long> before) {
		return handledByEach(service).entrySet()
			.stream()
			.max(Comparator.comparingLong((now) -> now.getValue() - before.get(now.getKey())))
			.orElseThrow()
			.getKey();
	}

	private static long handled(String service) {
		return handledByEach(service).values().stream().mapToLong(Long::longValue).sum();
	}

	/** Records about chats that each living instance has handled. */
	private static Map<Instance, Long> handledByEach(String service) {
		return project.instances(service)
			.stream()
			.collect(Collectors.toMap((instance) -> instance,
					(instance) -> instance.messages(chats(service), "handled")));
	}

	private static String chats(String service) {
		return switch (service) {
			case "gateway-bot" -> "gateway/chat.replies";
			case "training-service" -> "training/chat.training";
			case "generation-service" -> "generation/chat.generation";
			default -> "gallery/chat.gallery";
		};
	}

	/** What the ledger says of Rhea, oldest first. */
	private static List<String> movements() {
		return project.query("SELECT m.kind || ' ' || e.amount FROM gateway.ledger_movement m "
				+ "JOIN gateway.ledger_entry e ON e.movement_id = m.id AND e.amount > 0 WHERE m.user_id = " + RHEA
				+ " ORDER BY m.moved_at");
	}

	private static String balance() {
		return account("available") + " available, " + account("held") + " held";
	}

	private static String account(String kind) {
		return project
			.query("SELECT coalesce(sum(amount), 0) FROM gateway.ledger_entry WHERE account = 'person:" + RHEA + ":"
					+ kind + "'")
			.getFirst();
	}

}
