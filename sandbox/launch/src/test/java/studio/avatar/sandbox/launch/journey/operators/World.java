package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.journal.ApiCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All that a replay could change.
 *
 * @param rows of all tables of the services, the ledger among them
 * @param records on each live topic
 * @param sends number of the newest call to Telegram that says or changes something
 * @param requests how often a provider was called upon to work, which costs money
 * @param submits how often a provider was asked to, refused ones included
 */
record World(Map<String, List<String>> rows, Map<String, Long> records, long sends, int requests,
		Map<String, Integer> submits) {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Duration STILLNESS = Duration.ofMillis(700);

	/** As it is once everything has come to rest. */
	static World atRest(Sandbox sandbox) {
		try (LiveTopics topics = new LiveTopics(sandbox)) {
			AtomicReference<World> before = new AtomicReference<>(now(sandbox, topics));
			await().atMost(PATIENCE)
				.pollInterval(STILLNESS)
				.until(() -> topics.unread() == 0
						&& before.get().equals(before.updateAndGet((old) -> now(sandbox, topics))));
			return before.get();
		}
	}

	private static World now(Sandbox sandbox, LiveTopics topics) {
		return new World(Rows.of(sandbox, Rows.SERVICES), topics.ends(), sends(sandbox),
				sandbox.fal().requests().size(), sandbox.fal().journal().submits());
	}

	private static long sends(Sandbox sandbox) {
		return sandbox.telegram()
			.journal()
			.calls()
			.stream()
			.filter((call) -> !call.method().startsWith("get"))
			.mapToLong(ApiCall::number)
			.max()
			.orElse(0);
	}

	/** Fails with the first difference. */
	void isAsIn(World before) {
		assertThat(this.sends).as("newest call to Telegram").isEqualTo(before.sends);
		assertThat(this.requests).as("work the provider was given").isEqualTo(before.requests);
		assertThat(this.submits).as("calls to the provider").isEqualTo(before.submits);
		assertThat(this.records).as("records on live topics").isEqualTo(before.records);
		assertSameRows(this.rows, before.rows);
	}

	static void assertSameRows(Map<String, List<String>> after, Map<String, List<String>> before) {
		assertThat(after.keySet()).isEqualTo(before.keySet());
		before.forEach((table, rows) -> assertThat(after.get(table)).as(table).containsExactlyElementsOf(rows));
	}

}
