package studio.avatar.sandbox.provider.queue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address below the queue: an endpoint, or a request of one.
 *
 * @param endpoint {@code owner/app}, with or without the sub-path
 * @param requestId the request; absent for a submit
 * @param part {@code status}, {@code cancel}, {@code response} or nothing, which is the
 * result as well
 */
record QueuePath(String endpoint, Optional<String> requestId, String part) {

	private static final Pattern REQUEST = Pattern.compile("/([^/]+/[^/]+(?:/[^/]+)*?)/requests/([^/]+)(?:/(.+))?");

	private static final Pattern ENDPOINT = Pattern.compile("/([^/]+/[^/]+(?:/[^/]+)*)/?");

	/** Empty for an address that is neither. */
	static Optional<QueuePath> of(String path) {
		Matcher request = REQUEST.matcher(path);
		if (request.matches()) {
			String part = (request.group(3) != null) ? request.group(3) : "";
			return Optional.of(new QueuePath(request.group(1), Optional.of(request.group(2)), part));
		}
		Matcher endpoint = ENDPOINT.matcher(path);
		return endpoint.matches() ? Optional.of(new QueuePath(endpoint.group(1), Optional.empty(), ""))
				: Optional.empty();
	}

	/**
	 * Whether this is an address of the request: its app, with or without the sub-path it
	 * was submitted to.
	 */
	boolean fits(Job job) {
		return this.endpoint.equals(job.app()) || this.endpoint.equals(job.endpoint());
	}

}
