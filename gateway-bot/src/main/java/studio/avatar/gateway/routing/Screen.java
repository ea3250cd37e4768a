package studio.avatar.gateway.routing;

/** A screen that the gateway shows by itself. */
public enum Screen {

	/** Greeting and main menu. */
	START,

	MENU,

	HELP,

	BALANCE,

	/** What was under way is forgotten. */
	CANCELLED,

	/** There was nothing to cancel. */
	NOTHING_TO_CANCEL,

	/** Nothing was asked. */
	HINT,

	/** A text was asked for, something else came. */
	HINT_TEXT_WANTED,

	/** Photos were asked for, something else came. */
	HINT_PHOTOS_WANTED,

	/** The button belongs to nothing that is there. */
	STALE_BUTTON,

	/** Our own fault; nothing happened. */
	APOLOGY

}
