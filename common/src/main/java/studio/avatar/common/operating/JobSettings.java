package studio.avatar.common.operating;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * From when on operators are told of a job.
 *
 * @param stuckAfter how long a job may stand in each state that is not an end; names all
 * of them
 */
@Validated
@ConfigurationProperties("studio.jobs")
public record JobSettings(@NotNull Map<String, Duration> stuckAfter) {

	public JobSettings {
		Map<String, Duration> byState = new TreeMap<>();
		stuckAfter.forEach((state, patience) -> byState.put(column(state), patience));
		stuckAfter = byState;
	}

	private static String column(String state) {
		if (!state.matches("[a-zA-Z]+")) {
			throw new IllegalArgumentException("no state is called " + state);
		}
		return state.toUpperCase(Locale.ROOT);
	}

}
