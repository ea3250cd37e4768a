package studio.avatar.common.provider;

import java.net.URI;

/**
 * A request that the provider has accepted. Its addresses are the ones to use: they do
 * not follow from the endpoint (the sub-path is left out of them).
 *
 * @param requestId the provider's id of it
 * @param statusUrl where it tells how it is doing
 * @param responseUrl where its result is
 * @param cancelUrl where it is stopped
 */
public record Submission(String requestId, URI statusUrl, URI responseUrl, URI cancelUrl) {

	public Submission {
		if (requestId.isBlank()) {
			throw new IllegalArgumentException("a request without id");
		}
	}

}
