package studio.avatar.sandbox.telegram.fault;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/**
 * The faults that wait for their call; without any, nothing goes wrong.
 */
public final class Faults {

	private final Map<String, Queue<Fault>> waiting = new TreeMap<>();

	private final ChatTroubles troubles;

	public Faults(ChatTroubles troubles) {
		this.troubles = troubles;
	}

	/**
	 * The next call of that method meets that fault; several wait in order.
	 */
	public synchronized void next(String method, Fault fault) {
		this.waiting.computeIfAbsent(method, (name) -> new ArrayDeque<>()).add(fault);
	}

	/**
	 * The person of that chat blocks the bot.
	 */
	public void blocked(long chatId) {
		this.troubles.block(chatId);
	}

	/**
	 * The person of that chat lets the bot speak again.
	 */
	public void unblocked(long chatId) {
		this.troubles.unblock(chatId);
	}

	/**
	 * The person of that chat deletes the account, for good.
	 */
	public void deactivated(long chatId) {
		this.troubles.deactivate(chatId);
	}

	/**
	 * The next new update is delivered a second time after it was confirmed, as happens
	 * when a confirmation is lost.
	 */
	public void duplicateNextUpdate() {
		this.troubles.duplicateNextUpdate();
	}

	/**
	 * Takes the fault that the next call of that method meets.
	 */
	public synchronized Optional<Fault> take(String method) {
		Queue<Fault> faults = this.waiting.get(method);
		return (faults != null) ? Optional.ofNullable(faults.poll()) : Optional.empty();
	}

	/**
	 * The faults still waiting, by method.
	 */
	public synchronized Map<String, Queue<Fault>> waiting() {
		Map<String, Queue<Fault>> copy = new TreeMap<>();
		this.waiting.forEach((method, faults) -> copy.put(method, new ArrayDeque<>(faults)));
		return copy;
	}

	/**
	 * Forgets the faults that have not happened yet; blocked chats stay blocked.
	 */
	public synchronized void clear() {
		this.waiting.clear();
	}

}
