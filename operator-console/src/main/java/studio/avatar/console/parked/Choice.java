package studio.avatar.console.parked;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which open records somebody means.
 *
 * @param condition on {@code parked_record}, with named parameters
 */
record Choice(String condition, Map<String, Object> parameters) {

	static Choice one(long id) {
		return new Choice("id = :id", Map.of("id", id));
	}

	static Choice of(List<Long> ids) {
		if (ids.isEmpty()) {
			throw new ParkedRefused("No record was chosen.");
		}
		return new Choice("id in (:ids)", Map.of("ids", ids));
	}

	/**
	 * Those of a group up to a number: what came later was before nobody's eyes.
	 */
	static Choice group(GroupName group, long upTo) {
		Choice all = group(group);
		Map<String, Object> parameters = new HashMap<>(all.parameters());
		parameters.put("upTo", upTo);
		return new Choice(all.condition() + " and id <= :upTo", parameters);
	}

	/** Those that wait behind others are no failures of their own. */
	static Choice group(GroupName group) {
		return new Choice("not waits and consumer = :consumer and fingerprint = :fingerprint",
				Map.of("consumer", group.consumer(), "fingerprint", group.fingerprint()));
	}

}
