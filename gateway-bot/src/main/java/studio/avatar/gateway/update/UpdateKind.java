package studio.avatar.gateway.update;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * The kinds of update the bot asks Telegram for, by poll and by webhook alike. Anything
 * else would be brought for nothing.
 */
enum UpdateKind {

	MESSAGE, EDITED_MESSAGE, CHANNEL_POST, CALLBACK_QUERY, MY_CHAT_MEMBER;

	/** As {@code allowed_updates} wants them. */
	static final List<String> WIRE_NAMES = Arrays.stream(values()).map(UpdateKind::wireName).toList();

	private String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The chat an update belongs to, or 0 where none can be seen. */
	static long chatOf(JsonNode update) {
		return Arrays.stream(values())
			.filter((kind) -> update.has(kind.wireName()))
			.findFirst()
			.map((kind) -> kind.placeIn(update).path("chat").path("id").asLong(0))
			.orElse(0L);
	}

	/** A press belongs where its card stands. */
	private JsonNode placeIn(JsonNode update) {
		JsonNode content = update.path(wireName());
		return (this == CALLBACK_QUERY) ? content.path("message") : content;
	}

}
