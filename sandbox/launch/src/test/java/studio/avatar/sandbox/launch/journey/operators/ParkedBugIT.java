package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.Size;
import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A bug of the gallery: its database refuses whatever it wants to say to people. */
@ExtendWith(OneSandbox.class)
class ParkedBugIT {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final long FIRST_VISITOR = 200_000;

	private static final String SERVICE = "gallery";

	private static final String CONSUMER = "gallery/chat.gallery";

	private static final String EMPTY = "Your gallery is still empty";

	@Test
	void whatABugParkedIsOneGroupAndAfterItsFixEachRecordHasItsEffectOnce(Sandbox sandbox) {
		Console console = Console.of(sandbox, Console.OPERATOR);
		Visitors visitors = Visitors.come(sandbox, FIRST_VISITOR, Size.of(6, 500));
		Rows.execute(sandbox.database(SERVICE),
				"alter table outbox add constraint bug check (topic <> 'chat.replies') not valid");
		visitors.say("/gallery");
		JsonNode group = awaitGroup(console, visitors.size(), "open");
		assertThat(retried(console, group)).isEqualTo("STOPPED");
		assertThat(awaitGroup(console, visitors.size(), "open")).isNotNull();
		assertThat(visitors.answered(EMPTY, 0)).isEqualTo(visitors.size());
		fix(sandbox);

		String ended = retried(console, group);

		assertThat(ended).isEqualTo("DONE");
		JsonNode settled = awaitGroup(console, visitors.size(), "handled");
		assertThat(settled.path("name")).isEqualTo(group.path("name"));
		assertThat(settled.path("open").asLong(0)).isZero();
		visitors.awaitAnswers(EMPTY, 1);
		World.atRest(sandbox);
		assertThat(visitors.answered(EMPTY, 1)).isEqualTo(visitors.size());
	}

	@AfterEach
	void fix(Sandbox sandbox) {
		Rows.execute(sandbox.database(SERVICE), "alter table outbox drop constraint if exists bug");
	}

	/** The only group of that consumer, once so many of its records are there. */
	private static JsonNode awaitGroup(Console console, int size, String there) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(500))
			.until(() -> group(console), (group) -> group.path(there).asLong(0) == size);
	}

	private static JsonNode group(Console console) {
		JsonNode groups = console.get("/api/parked/groups?all=true&service=" + SERVICE);
		var those = StreamSupport.stream(groups.spliterator(), false)
			.filter((group) -> group.path("name").path("consumer").asString("").equals(CONSUMER))
			.toList();
		assertThat(those).hasSizeLessThanOrEqualTo(1);
		return those.isEmpty() ? JsonMapper.shared().createObjectNode() : those.getFirst();
	}

	/** Retries what is open of it, in growing batches; how that ended. */
	private static String retried(Console console, JsonNode group) {
		JsonNode name = group.path("name");
		JsonNode begun = console.post("/api/parked/groups/%s/%s/retry".formatted(name.path("consumer").asString(""),
				name.path("fingerprint").asString("")), Map.of("reason", "the bug is said to be fixed"));
		String retry = "/api/parked/retries/" + begun.path("retry").path("id").asString();
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(300))
			.until(() -> console.get(retry).path("retry").path("state").asString(""),
					(state) -> !Set.of("RUNNING").contains(state));
	}

}
