package studio.avatar.sandbox.telegram.payment;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Stars people have; everybody starts with 10,000.
 */
public final class Wallets implements Remembered {

	private static final int AT_FIRST = 10_000;

	private final Map<Long, Integer> stars = new TreeMap<>();

	private final ChangeLog log;

	public Wallets(ChangeLog log) {
		this.log = log;
	}

	/** How many Stars that person has. */
	public synchronized int stars(long personId) {
		return this.stars.getOrDefault(personId, AT_FIRST);
	}

	/**
	 * Says how many Stars that person has.
	 * @throws IllegalArgumentException when it is below 0
	 */
	public synchronized void set(long personId, int stars) {
		if (stars < 0) {
			throw new IllegalArgumentException("a wallet holds no fewer than 0 Stars");
		}
		this.stars.put(personId, stars);
		this.log.append(kind(), change(personId, stars));
	}

	@Override
	public String kind() {
		return "wallet";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		this.stars.put(change.path("person").asLong(), change.path("stars").asInt());
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.stars.forEach((person, stars) -> changes.accept(change(person, stars)));
	}

	private static JsonNode change(long personId, int stars) {
		return JsonMapper.shared().createObjectNode().put("person", personId).put("stars", stars);
	}

}
