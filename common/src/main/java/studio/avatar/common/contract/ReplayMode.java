package studio.avatar.common.contract;

import java.util.Locale;

/** How a consumer meets replayed records. */
public enum ReplayMode {

	/** As on the day: what it has handled it drops, what is missing it handles. */
	REDELIVER,

	/**
	 * To fill its own tables again: it applies what it hears, and says nothing and starts
	 * nothing.
	 */
	REBUILD;

	/** Lower case, {@code redeliver}, as it stands on records. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Finds a mode by its {@link #id()}; refuses any other word. */
	public static ReplayMode of(String id) {
		for (ReplayMode mode : values()) {
			if (mode.id().equals(id)) {
				return mode;
			}
		}
		throw new IllegalArgumentException("no mode is called " + id);
	}

}
