package studio.avatar.sandbox.telegram.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of the Bot API and its answer.
 *
 * @param number rises by one per call, from 1
 * @param method method name as called
 * @param parameters what was passed; a file stands as {@code {"file": name, "bytes":
 * size}}
 * @param chatId the chat it speaks to, when it has one
 * @param answer the whole body of the answer; kept even when a fault stopped it on its
 * way
 * @param at when the call had arrived
 * @param nanoTime {@link System#nanoTime()} at the same moment, for measuring within one
 * process
 */
public record ApiCall(long number, String method, JsonNode parameters, @Nullable Long chatId, JsonNode answer,
		Instant at, long nanoTime) {

	/**
	 * Whether Telegram's answer was {@code "ok": true}.
	 */
	public boolean ok() {
		return this.answer.path("ok").asBoolean(false);
	}

}
