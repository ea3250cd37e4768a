package studio.avatar.sandbox.telegram.command;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the bot says about itself, by language.
 */
public final class BotProfile implements Remembered {

	private final Map<String, String> words = new TreeMap<>();

	private final ChangeLog log;

	public BotProfile(ChangeLog log) {
		this.log = log;
	}

	/**
	 * Sets the words of one field and language; empty ones take them away.
	 * @param language two letters; empty for every language without its own
	 */
	public synchronized void set(String field, String language, String text) {
		put(field + "/" + language, text);
		this.log.append(kind(), change(field + "/" + language, text));
	}

	/** The words in that language, else those for every language, else these. */
	public synchronized String get(String field, String language, String otherwise) {
		return this.words.getOrDefault(field + "/" + language, this.words.getOrDefault(field + "/", otherwise));
	}

	private void put(String key, String text) {
		if (text.isEmpty()) {
			this.words.remove(key);
		}
		else {
			this.words.put(key, text);
		}
	}

	@Override
	public String kind() {
		return "profile";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		put(change.path("field").asString(), change.path("text").asString());
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.words.forEach((field, text) -> changes.accept(change(field, text)));
	}

	private static JsonNode change(String field, String text) {
		return JsonMapper.shared().createObjectNode().put("field", field).put("text", text);
	}

}
