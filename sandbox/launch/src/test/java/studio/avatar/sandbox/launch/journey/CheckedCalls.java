package studio.avatar.sandbox.launch.journey;

import org.slf4j.LoggerFactory;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.telegram.check.JournalCheck;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a journey made the bot call, and what it was answered, is of the Bot API. */
final class CheckedCalls {

	private CheckedCalls() {
	}

	/**
	 * Fails with what is wrong; says so where the description of the API is not there.
	 */
	static void of(Sandbox sandbox) {
		JournalCheck.find()
			.ifPresentOrElse(
					(check) -> assertThat(check.complaints(sandbox.telegram().journal())).as("calls of the bot")
						.isEmpty(),
					() -> LoggerFactory.getLogger(CheckedCalls.class).atWarn().log(JournalCheck.LEFT_OUT));
	}

}
