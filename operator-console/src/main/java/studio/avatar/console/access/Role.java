package studio.avatar.console.access;

/** What somebody who signs in may do. */
public enum Role {

	/** Sees everything and changes nothing. */
	VIEWER,

	/** Also plans, previews and runs replays, retries, discards, and brakes consumers. */
	OPERATOR,

	/** Also approves what another operator asked for. */
	APPROVER

}
