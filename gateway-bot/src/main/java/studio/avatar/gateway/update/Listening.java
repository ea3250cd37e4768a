package studio.avatar.gateway.update;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Since when this instance hears whatever there is to hear. A silence counts only from
 * then on: what came while nobody listened is still to be told.
 */
@Component
class Listening {

	private final Clock clock;

	private volatile @Nullable Instant since;

	Listening(Clock clock) {
		this.clock = clock;
	}

	/** Everything up to now has been heard. */
	void begin() {
		if (this.since == null) {
			this.since = this.clock.instant();
		}
	}

	boolean hasBegun() {
		return this.since != null;
	}

	/** Another instance may listen now, or none. */
	void end() {
		this.since = null;
	}

	/** Empty while it hears nothing. */
	Optional<Instant> since() {
		return Optional.ofNullable(this.since);
	}

}
