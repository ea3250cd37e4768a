package studio.avatar.sandbox.telegram.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Named values and named files of one request, whatever shape they came in; a later value
 * of a name wins.
 */
public final class Parameters {

	private final Map<String, String> values = new LinkedHashMap<>();

	private final Map<String, Upload> uploads = new LinkedHashMap<>();

	void put(String name, String value) {
		this.values.put(name, value);
	}

	void put(String name, Upload upload) {
		String key = name;
		for (int i = 2; this.uploads.containsKey(key); i++) {
			key = name + "#" + i;
		}
		this.uploads.put(key, upload);
	}

	/** The value of that name; an empty one counts as absent, as Telegram sees it. */
	public Optional<String> value(String name) {
		return Optional.ofNullable(this.values.get(name)).filter((value) -> !value.isEmpty());
	}

	/** The file of that name. */
	public Optional<Upload> upload(String name) {
		return Optional.ofNullable(this.uploads.get(name));
	}

	/** All values. */
	public Map<String, String> values() {
		return Collections.unmodifiableMap(this.values);
	}

	/**
	 * All files; further ones of the same name get {@code #2}, {@code #3} … behind it.
	 */
	public Map<String, Upload> uploads() {
		return Collections.unmodifiableMap(this.uploads);
	}

}
