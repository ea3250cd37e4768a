package studio.avatar.sandbox.telegram.update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Updates that the bot has not confirmed yet, by rising {@code update_id}. A message
 * waits 24 hours for the bot, a button press 150 seconds; then Telegram forgets them.
 * Longer than most, because delivery, confirmation and forgetting are one rule.
 */
public final class Updates implements Remembered, AutoCloseable {

	private static final Set<String> ONLY_WHEN_ASKED_FOR = Set.of("chat_member", "message_reaction",
			"message_reaction_count");

	private static final Set<String> SHORT_LIVED = Set.of("callback_query", "pre_checkout_query");

	private final TreeMap<Long, PendingUpdate> waiting = new TreeMap<>();

	private final List<ObjectNode> again = new ArrayList<>();

	private final Map<Long, List<Held>> held = new HashMap<>();

	private final Set<Long> twice = new HashSet<>();

	private final ChangeLog log;

	private final InstantSource clock;

	private Set<String> allowed = Set.of();

	private long last;

	private long poll;

	private String pollEndedBy = "";

	private boolean duplicateNext;

	private boolean closed;

	private Runnable listener = () -> {
	};

	public Updates(ChangeLog log, InstantSource clock) {
		this.log = log;
		this.clock = clock;
		this.last = 100_000;
	}

	/** Adds an update, unless the bot does not want that type. */
	public synchronized void add(String type, JsonNode content) {
		if (!wanted(type)) {
			return;
		}
		List<Held> held = this.held.get(chatOf(content));
		if (held != null) {
			held.add(new Held(type, content));
			return;
		}
		ObjectNode update = JsonMapper.shared().createObjectNode().put("update_id", ++this.last);
		update.set(type, content);
		if (this.duplicateNext) {
			this.duplicateNext = false;
			this.twice.add(this.last);
		}
		PendingUpdate pending = new PendingUpdate(update, this.clock.instant().plus(lifetime(type)));
		this.waiting.put(this.last, pending);
		this.log.append(kind(), pending.asChange());
		notifyAll();
		this.listener.run();
	}

	/** Updates of that chat wait until they are released; a restart forgets them. */
	public synchronized void hold(long chatId) {
		this.held.putIfAbsent(chatId, new ArrayList<>());
	}

	/** Updates of that chat that were held back come now, after all others. */
	public synchronized void release(long chatId) {
		List<Held> late = this.held.remove(chatId);
		if (late != null) {
			late.forEach((update) -> add(update.type(), update.content()));
		}
	}

	private static long chatOf(JsonNode content) {
		JsonNode chat = content.has("chat") ? content.path("chat") : content.path("message").path("chat");
		return (chat.isObject() ? chat : content.path("from")).path("id").asLong(0);
	}

	private record Held(String type, JsonNode content) {
	}

	/** Calls it for every new update; it must not wait for anything. */
	public void onNew(Runnable listener) {
		this.listener = listener;
	}

	private static Duration lifetime(String type) {
		return SHORT_LIVED.contains(type) ? Duration.ofSeconds(150) : Duration.ofHours(24);
	}

	private boolean wanted(String type) {
		return this.allowed.isEmpty() ? !ONLY_WHEN_ASKED_FOR.contains(type) : this.allowed.contains(type);
	}

	/** The next update comes once more after it was confirmed. */
	public synchronized void duplicateNext() {
		this.duplicateNext = true;
	}

	/**
	 * From now on only updates of these types are kept; an empty set means Telegram's
	 * usual ones.
	 */
	public synchronized void allow(Set<String> types) {
		if (!types.equals(this.allowed)) {
			this.allowed = Set.copyOf(types);
			this.log.append(kind(), allowedChange());
		}
	}

	/** The types that are kept; empty means Telegram's usual ones. */
	public synchronized Set<String> allowed() {
		return this.allowed;
	}

	/** Everything the bot has not confirmed, oldest first. */
	public synchronized List<PendingUpdate> waiting() {
		forgetTheOld();
		return List.copyOf(this.waiting.values());
	}

	/**
	 * A webhook took that update: it waits no longer.
	 * @return false when the answer is to be lost, so that it has to be brought again
	 */
	public synchronized boolean taken(long updateId) {
		if (this.twice.remove(updateId)) {
			return false;
		}
		if (this.waiting.remove(updateId) != null) {
			this.log.append(kind(), JsonMapper.shared().createObjectNode().put("taken", updateId));
		}
		return true;
	}

	/** Ends a poll that waits. */
	public synchronized void endPoll(String by) {
		this.poll++;
		this.pollEndedBy = by;
		notifyAll();
	}

	/**
	 * Takes the place of any other poll. What ends polls from now on ends this one too,
	 * also before it waits.
	 * @return its number
	 */
	public synchronized long beginPoll() {
		endPoll("other getUpdates request; make sure that only one bot instance is running");
		return this.poll;
	}

	/**
	 * Confirms what lies before the offset and hands out what waits, if need be after
	 * waiting for it.
	 * @param mine what {@link #beginPoll()} gave
	 * @param offset first update wanted; 0 takes what there is; below 0 keeps only that
	 * many latest ones
	 * @throws Terminated when another poll begins or a webhook is set meanwhile
	 */
	public synchronized List<ObjectNode> poll(long mine, long offset, int limit, Duration timeout) {
		refuseEnded(mine);
		confirm((offset < 0) ? firstOfLast(-offset) : offset);
		long deadline = System.nanoTime() + timeout.toNanos();
		while (nothingToGive() && !this.closed && deadline - System.nanoTime() > 0) {
			await(Duration.ofNanos(deadline - System.nanoTime()));
			refuseEnded(mine);
		}
		return give(limit);
	}

	private void refuseEnded(long mine) {
		if (mine != this.poll) {
			throw new Terminated(this.pollEndedBy);
		}
	}

	private void await(Duration longest) {
		try {
			wait(longest.toMillis() + 1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.closed = true;
		}
	}

	private boolean nothingToGive() {
		forgetTheOld();
		return this.waiting.isEmpty() && this.again.isEmpty();
	}

	private void forgetTheOld() {
		Instant now = this.clock.instant();
		this.waiting.values().removeIf((update) -> !update.until().isAfter(now));
	}

	private List<ObjectNode> give(int limit) {
		List<ObjectNode> doubled = this.again.subList(0, Math.min(limit, this.again.size()));
		List<ObjectNode> updates = new ArrayList<>(doubled);
		doubled.clear();
		this.waiting.values().stream().limit(limit - updates.size()).map(PendingUpdate::json).forEach(updates::add);
		return List.copyOf(updates);
	}

	private long firstOfLast(long count) {
		return this.waiting.descendingKeySet().stream().limit(count).reduce((newer, older) -> older).orElse(0L);
	}

	private void confirm(long offset) {
		if (this.waiting.isEmpty() || this.waiting.firstKey() >= offset) {
			return;
		}
		this.waiting.headMap(offset).forEach((id, update) -> {
			if (this.twice.remove(id)) {
				this.again.add(update.json());
			}
		});
		this.waiting.headMap(offset).clear();
		this.log.append(kind(), JsonMapper.shared().createObjectNode().put("confirmed", offset));
	}

	/** Forgets everything that waits. */
	public synchronized void drop() {
		confirm(this.last + 1);
	}

	/** Ends every poll that waits. */
	@Override
	public synchronized void close() {
		this.closed = true;
		notifyAll();
	}

	@Override
	public String kind() {
		return "update";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		this.last = Math.max(this.last, change.path("last").asLong(0));
		if (change.has("confirmed")) {
			this.waiting.headMap(change.path("confirmed").asLong()).clear();
		}
		else if (change.has("taken")) {
			this.waiting.remove(change.path("taken").asLong());
		}
		else if (change.has("allowed")) {
			this.allowed = Set.copyOf(change.path("allowed").valueStream().map(JsonNode::asString).toList());
		}
		else if (change.has("update")) {
			PendingUpdate pending = PendingUpdate.of(change);
			this.last = Math.max(this.last, pending.id());
			this.waiting.put(pending.id(), pending);
		}
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		changes.accept(JsonMapper.shared().createObjectNode().put("last", this.last));
		changes.accept(allowedChange());
		this.waiting.values().forEach((update) -> changes.accept(update.asChange()));
	}

	private ObjectNode allowedChange() {
		ObjectNode change = JsonMapper.shared().createObjectNode();
		this.allowed.forEach(change.putArray("allowed")::add);
		return change;
	}

}
