package studio.avatar.console.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says wrong users in one sentence instead of a trace. */
class UnusableUsersAnalyzer extends AbstractFailureAnalyzer<UnusableUsers> {

	@Override
	protected FailureAnalysis analyze(Throwable root, UnusableUsers why) {
		return new FailureAnalysis("Users of the console: " + why.getMessage(), null, root);
	}

}
