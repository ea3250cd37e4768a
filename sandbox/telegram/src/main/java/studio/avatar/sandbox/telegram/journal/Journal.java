package studio.avatar.sandbox.telegram.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The latest calls of the Bot API, oldest first; the eldest of more than 20,000 are
 * forgotten.
 */
public final class Journal {

	private static final int KEPT = 20_000;

	private final Deque<ApiCall> calls = new ArrayDeque<>();

	private long last;

	/**
	 * Every call that is still remembered.
	 */
	public synchronized List<ApiCall> calls() {
		return List.copyOf(this.calls);
	}

	/**
	 * Calls of one method.
	 */
	public List<ApiCall> calls(String method) {
		return calls().stream().filter((call) -> call.method().equals(method)).toList();
	}

	/**
	 * Calls that speak to one chat.
	 */
	public List<ApiCall> ofChat(long chatId) {
		return calls().stream().filter((call) -> Long.valueOf(chatId).equals(call.chatId())).toList();
	}

	/**
	 * Calls after the one with that number.
	 */
	public List<ApiCall> after(long number) {
		return calls().stream().filter((call) -> call.number() > number).toList();
	}

	/**
	 * Writes one call down.
	 */
	public synchronized void record(String method, JsonNode parameters, @Nullable Long chatId, JsonNode answer,
			Instant at, long nanoTime) {
		this.calls.add(new ApiCall(++this.last, method, parameters, chatId, answer, at, nanoTime));
		if (this.calls.size() > KEPT) {
			this.calls.removeFirst();
		}
	}

	/**
	 * Forgets all calls; numbers go on rising.
	 */
	public synchronized void clear() {
		this.calls.clear();
	}

}
