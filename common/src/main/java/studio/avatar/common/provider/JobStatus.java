package studio.avatar.common.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a request is doing. The queue has no state for failed or cancelled: these are
 * completed, with an error.
 */
public sealed interface JobStatus {

	/**
	 * It waits for a runner.
	 *
	 * @param position requests before it, 0 or more; absent when the provider does not
	 * say
	 */
	record InQueue(@Nullable Integer position) implements JobStatus {
	}

	/**
	 * A runner works on it.
	 *
	 * @param logLines what the runner wrote so far, oldest first
	 */
	record InProgress(List<String> logLines) implements JobStatus {

		public InProgress {
			logLines = List.copyOf(logLines);
		}
	}

	/**
	 * Nothing more happens to it.
	 *
	 * @param logLines what the runner wrote, oldest first
	 * @param error why there is no result; absent when there is one
	 */
	record Completed(List<String> logLines, @Nullable String error) implements JobStatus {

		public Completed {
			logLines = List.copyOf(logLines);
		}
	}

	/** The provider does not know it (any more). */
	record Unknown() implements JobStatus {
	}

}
