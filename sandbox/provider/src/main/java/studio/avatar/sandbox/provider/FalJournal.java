package studio.avatar.sandbox.provider;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every call that reached the simulator, oldest first, without its key. Holds the last
 * {@value #MOST} calls.
 */
public final class FalJournal {

	private static final int MOST = 5000;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private final Map<String, Integer> submits = new LinkedHashMap<>();

	private final List<String> ignoredFields = new ArrayList<>();

	/**
	 * A call and its answer.
	 *
	 * @param at when the answer was ready
	 * @param verb HTTP method
	 * @param path path with query
	 * @param headers the provider's own headers ({@code x-fal-…}), names in small letters
	 * @param body text of a JSON body, cut at 20,000 characters; empty when there was
	 * none or it was a file
	 * @param status HTTP status of the answer; 0 when the connection was cut instead
	 */
	public record Entry(Instant at, String verb, String path, Map<String, String> headers, String body, int status) {
	}

	/** Called by the simulator before an answer leaves. */
	public synchronized void saw(Entry entry) {
		this.entries.addLast(entry);
		if (this.entries.size() > MOST) {
			this.entries.removeFirst();
		}
	}

	/**
	 * Called by the simulator when a paid request is in the queue, whether or not its
	 * answer arrives.
	 */
	public synchronized void accepted(String endpoint, List<String> ignored) {
		this.submits.merge(endpoint, 1, Integer::sum);
		ignored.forEach((field) -> this.ignoredFields.add(endpoint + ": " + field));
	}

	/** All calls, oldest first. */
	public synchronized List<Entry> calls() {
		return List.copyOf(this.entries);
	}

	/**
	 * How many paid requests were accepted, per endpoint, since the start or the last
	 * {@link #clear()}.
	 */
	public synchronized Map<String, Integer> submits() {
		return new LinkedHashMap<>(this.submits);
	}

	/** How many paid requests one endpoint has accepted. */
	public synchronized int submits(String endpoint) {
		return this.submits.getOrDefault(endpoint, 0);
	}

	/**
	 * Input fields the endpoint does not know and has silently ignored, as
	 * {@code endpoint: field}. The provider does the same, and the person then gets a
	 * stranger's face: tests assert that this is empty.
	 */
	public synchronized List<String> ignoredFields() {
		return List.copyOf(this.ignoredFields);
	}

	/** Forgets everything seen so far. */
	public synchronized void clear() {
		this.entries.clear();
		this.submits.clear();
		this.ignoredFields.clear();
	}

}
