package studio.avatar.console.access;

/** The users are given in a way that cannot be meant: the start ends with the reason. */
class UnusableUsers extends RuntimeException {

	UnusableUsers(String message) {
		super(message);
	}

}
