package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * The updates a bot reads, one after the other.
 */
final class BotInbox {

	private final BotClient bot;

	private long offset;

	BotInbox(BotClient bot) {
		this.bot = bot;
	}

	/** Waits for the next update of that kind; those before it are read over. */
	JsonNode next(String kind) {
		return await().atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> unread().filter((update) -> update.has(kind)), Optional::isPresent)
			.orElseThrow()
			.path(kind);
	}

	private Optional<JsonNode> unread() {
		JsonNode updates = this.bot.result("getUpdates", "{'limit': 1, 'offset': " + this.offset + "}");
		updates.forEach((update) -> this.offset = update.path("update_id").asLong() + 1);
		return updates.valueStream().findFirst();
	}

}
