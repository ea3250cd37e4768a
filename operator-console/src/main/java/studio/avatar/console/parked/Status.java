package studio.avatar.console.parked;

import java.util.Locale;

/** Where a parked record stands. Whatever arrives again is open again. */
enum Status {

	/** Somebody has to look at it. */
	OPEN,
	/** It belongs to a retry that runs. */
	RETRYING,
	/** Its consumer has handled it, in a retry or before. */
	HANDLED,
	/** An operator said why nobody needs it. */
	DISCARDED,
	/** A new event, made from it by an operator, was handled instead. */
	EDITED;

	/** Lower case, {@code open}, for style sheets. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
