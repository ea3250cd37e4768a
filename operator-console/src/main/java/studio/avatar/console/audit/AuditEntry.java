package studio.avatar.console.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing an operator did.
 *
 * @param id grows with every entry
 * @param at when it was written down
 * @param who the name of whoever did it
 * @param what what was done, in words
 * @param about what it was done to
 * @param details what else is worth knowing
 */
public record AuditEntry(long id, Instant at, String who, String what, String about, Map<String, Object> details) {

	/** The details as people read them: of a list its parts, one after the other. */
	public Map<String, String> inWords() {
		Map<String, String> words = new LinkedHashMap<>();
		this.details.forEach((name, value) -> words.put(name, (value instanceof Collection<?> parts)
				? parts.stream().map(String::valueOf).collect(Collectors.joining(", ")) : String.valueOf(value)));
		return words;
	}

}
