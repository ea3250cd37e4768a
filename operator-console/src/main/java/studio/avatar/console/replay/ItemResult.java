package studio.avatar.console.replay;

import studio.avatar.common.contract.ReplayOutcome;

/** What became of one record of a replay, as the console knows it. */
public enum ItemResult {

	WOULD_BE_DROPPED("would be dropped: handled before"), WOULD_BE_HANDLED("would be handled"),
	WOULD_FAIL("would fail"), DROPPED("dropped: handled before"), HANDLED("handled"), APPLIED("applied"),
	FAILED("failed"), REFUSED("refused"),

	/** Sent twice, and the service said nothing. */
	UNANSWERED("unanswered");

	private final String words;

	ItemResult(String words) {
		this.words = words;
	}

	static ItemResult of(ReplayOutcome.Result result) {
		return valueOf(result.name());
	}

	/** For a page. */
	public String words() {
		return this.words;
	}

	/** Whether somebody has to look at it. */
	public boolean isTrouble() {
		return this == WOULD_FAIL || this == FAILED || this == REFUSED || this == UNANSWERED;
	}

}
