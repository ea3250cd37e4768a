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

	/** A text or photos were asked for, something else came. */
	HINT_ANYTHING_WANTED,

	/** The button belongs to nothing that is there. */
	STALE_BUTTON,

	/** The same for a button of the account. */
	STALE_BALANCE,

	/** Our own fault; nothing happened. */
	APOLOGY;

	/** Whether it leaves things as they are. */
	public boolean isHint() {
		return switch (this) {
			case HINT, HINT_TEXT_WANTED, HINT_PHOTOS_WANTED, HINT_ANYTHING_WANTED -> true;
			case START, MENU, HELP, BALANCE, CANCELLED, NOTHING_TO_CANCEL, STALE_BUTTON, STALE_BALANCE, APOLOGY ->
				false;
		};
	}

}
