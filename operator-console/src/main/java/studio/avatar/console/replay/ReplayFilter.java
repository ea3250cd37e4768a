package studio.avatar.console.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which replays a list is to show; what is absent or blank does not narrow it.
 *
 * @param state word of a state, such as {@code RUNNING}
 * @param who name of whoever planned, asked or judged
 * @param retries whether the batches of retried parked records are shown too
 * @param before id of the last one of the page before
 */
record ReplayFilter(@Nullable String state, @Nullable String who, @Nullable Boolean retries, @Nullable UUID before) {

	ReplayFilter {
		state = (state != null) ? meant(state.toUpperCase(Locale.ROOT)) : null;
		who = meant(who);
		retries = Boolean.TRUE.equals(retries);
	}

	public boolean narrows() {
		return this.state != null || this.who != null;
	}

	/** As a condition on rows of replays, with {@link #parameters}. */
	String condition() {
		List<String> parts = new ArrayList<>(List.of("true"));
		add(parts, !Boolean.TRUE.equals(this.retries), "not straight");
		add(parts, this.state != null, "state = :state");
		add(parts, this.who != null, "lower(:who) in (lower(planned_by), lower(asked_by), lower(judged_by))");
		add(parts, this.before != null, "(planned_at, id) < (select planned_at, id from replay where id = :before)");
		return String.join(" and ", parts);
	}

	/**
	 * What stands for its names.
	 * @throws ReplayRefused when there is no such state
	 */
	Map<String, @Nullable Object> parameters() {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("state", knownState());
		parameters.put("who", this.who);
		parameters.put("before", this.before);
		return parameters;
	}

	private static void add(List<String> parts, boolean wanted, String part) {
		if (wanted) {
			parts.add(part);
		}
	}

	private @Nullable String knownState() {
		try {
			return (this.state != null) ? ReplayState.Word.valueOf(this.state).name() : null;
		}
		catch (IllegalArgumentException ex) {
			throw ReplayRefused.nonsense("No state is called “%s”; they are %s.".formatted(this.state,
					Stream.of(ReplayState.Word.values()).map(Enum::name).collect(Collectors.joining(", "))));
		}
	}

	private static @Nullable String meant(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip().replace("\0", "");
	}

}
