package studio.avatar.sandbox.telegram.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for their calls; without any, nothing goes wrong.
 */
public final class Faults {

	/**
	 * A fault and the calls it is meant for.
	 */
	public record Planned(Aim aim, Fault fault) {
	}

	private final List<Planned> waiting = new ArrayList<>();

	private final Set<String> named = new TreeSet<>();

	private final Set<String> methods;

	private final ChatTroubles troubles;

	/**
	 * Creates the place where faults wait.
	 * @param methods the methods that are served
	 */
	public Faults(Set<String> methods, ChatTroubles troubles) {
		this.methods = Set.copyOf(methods);
		this.troubles = troubles;
	}

	/**
	 * The next call of that method meets that fault; several wait in order.
	 */
	public void next(String method, Fault fault) {
		plan(Aim.next(method), fault);
	}

	/**
	 * The calls that are aimed at meet that fault; of several that fit, the eldest.
	 * @throws IllegalArgumentException when the method is not served, so that a typing
	 * error shows at once
	 */
	public synchronized void plan(Aim aim, Fault fault) {
		if (aim.method() != null && this.methods.stream().noneMatch(aim.method()::equalsIgnoreCase)) {
			throw new IllegalArgumentException("no method is served that is called " + aim.method());
		}
		this.named.add(name(aim));
		this.waiting.add(new Planned(aim, fault));
	}

	/**
	 * What lies in chats and updates rather than in one call.
	 */
	public ChatTroubles chats() {
		return this.troubles;
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
	 * Takes the fault that a call meets.
	 */
	public synchronized Optional<Fault> take(String method, @Nullable Long chatId) {
		ListIterator<Planned> each = this.waiting.listIterator();
		while (each.hasNext()) {
			Planned planned = each.next();
			Aim aim = planned.aim();
			if (!aim.means(method, chatId)) {
				continue;
			}
			if (aim.after() > 0) {
				each.set(new Planned(aim.after(aim.after() - 1), planned.fault()));
				continue;
			}
			if (aim.times() == 1) {
				each.remove();
			}
			else if (aim.times() < Integer.MAX_VALUE) {
				each.set(new Planned(aim.times(aim.times() - 1), planned.fault()));
			}
			return Optional.of(planned.fault());
		}
		return Optional.empty();
	}

	/**
	 * The faults still waiting, the eldest first.
	 */
	public synchronized List<Planned> planned() {
		return List.copyOf(this.waiting);
	}

	/**
	 * The faults still waiting, by method, {@code *} for any; a method whose faults have
	 * all happened has an empty queue.
	 */
	public synchronized Map<String, Queue<Fault>> waiting() {
		Map<String, Queue<Fault>> byMethod = new TreeMap<>();
		this.named.forEach((method) -> byMethod.put(method, new ArrayDeque<>()));
		this.waiting.forEach((planned) -> byMethod.computeIfAbsent(name(planned.aim()), (method) -> new ArrayDeque<>())
			.add(planned.fault()));
		return byMethod;
	}

	private static String name(Aim aim) {
		return (aim.method() != null) ? aim.method() : "*";
	}

	/**
	 * Forgets the faults that have not happened yet; blocked chats stay blocked.
	 */
	public synchronized void clear() {
		this.waiting.clear();
		this.named.clear();
	}

}
