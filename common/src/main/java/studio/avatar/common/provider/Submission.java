package studio.avatar.common.provider;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request that the provider has accepted. The addresses of its answer are the ones to
 * use; they are put together by us only when that answer was lost.
 *
 * @param requestId the provider's id of it
 * @param statusUrl where it tells how it is doing
 * @param responseUrl where its result is
 * @param cancelUrl where it is stopped
 */
public record Submission(String requestId, URI statusUrl, URI responseUrl, URI cancelUrl) {

	private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9_-]{1,100}");

	public Submission {
		if (requestId.isBlank()) {
			throw new IllegalArgumentException("a request without id");
		}
	}

	/**
	 * A request of which nothing but its id is known.
	 * @param queue base address of the queue
	 * @param endpoint owner, app and path; the path is used in a submit only and left out
	 * of every other address
	 * @throws IllegalArgumentException when the id is none: it becomes part of an address
	 * that the key is sent to
	 */
	static Submission known(URI queue, String endpoint, String requestId) {
		if (!PATH_SEGMENT.matcher(requestId).matches()) {
			throw new IllegalArgumentException("not the id of a request");
		}
		String app = Arrays.stream(endpoint.split("/")).limit(2).collect(Collectors.joining("/"));
		String request = "%s/%s/requests/%s".formatted(queue, app, requestId);
		return new Submission(requestId, URI.create(request + "/status"), URI.create(request),
				URI.create(request + "/cancel"));
	}

}
