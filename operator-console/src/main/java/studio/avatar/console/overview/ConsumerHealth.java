package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Whether a consumer does what it is there for; the worst that is true of it. */
public enum ConsumerHealth {

	/** Its service has no instance that says anything. */
	NOBODY("nobody reads", "bad"),

	/** Records wait, and it reads none. */
	STUCK("stuck", "bad"),

	/** An operator's brake is on. */
	PAUSED("paused", "warn"),

	/** It reads, but many records wait. */
	BEHIND("behind", "warn"),

	/** The broker has not said yet. */
	UNKNOWN("not known yet", ""),

	/** It reads what comes. */
	KEEPING_UP("keeps up", "good");

	private final String words;

	private final String tone;

	ConsumerHealth(String words, String tone) {
		this.words = words;
		this.tone = tone;
	}

	/** For people. */
	public String getWords() {
		return this.words;
	}

	/** The badge's colour: good, warn, bad or none. */
	public String getTone() {
		return this.tone;
	}

	/** Whether somebody has to look at it now. */
	boolean isTrouble() {
		return this == NOBODY || this == STUCK;
	}

	/**
	 * What can be said of a consumer.
	 * @param alive whether its service has an instance that is not silent
	 * @param paused whether the brake is on in any instance
	 * @param waiting its lag; absent when the broker has not said
	 * @param movedAt when it last read something, or had nothing to read
	 */
	static ConsumerHealth of(boolean alive, boolean paused, @Nullable Long waiting, @Nullable Instant movedAt,
			Instant lookedAt, OverviewSettings settings) {
		if (!alive) {
			return NOBODY;
		}
		if (paused) {
			return PAUSED;
		}
		if (waiting == null || movedAt == null) {
			return UNKNOWN;
		}
		if (waiting > 0 && Duration.between(movedAt, lookedAt).compareTo(settings.stuckAfter()) >= 0) {
			return STUCK;
		}
		return (waiting >= settings.behindFrom()) ? BEHIND : KEEPING_UP;
	}

}
