package studio.avatar.common.media;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a wrong media store in one sentence instead of a trace. */
class UnusableStoreAnalyzer extends AbstractFailureAnalyzer<UnusableStore> {

	@Override
	protected FailureAnalysis analyze(Throwable root, UnusableStore why) {
		return new FailureAnalysis("Media store: " + why.getMessage(), null, root);
	}

}
