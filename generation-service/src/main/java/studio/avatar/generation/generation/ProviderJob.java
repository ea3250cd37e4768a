package studio.avatar.generation.generation;

import java.net.URI;

import jakarta.persistence.Embeddable;

import studio.avatar.common.provider.Submission;

/**
 * The request at the provider that makes the pictures.
 *
 * @param requestId the provider's id of it
 * @param statusUrl where it tells how it is doing
 * @param responseUrl where its result is
 * @param cancelUrl where it is stopped
 */
@Embeddable
record ProviderJob(String requestId, String statusUrl, String responseUrl, String cancelUrl) {

	static ProviderJob of(Submission submission) {
		return new ProviderJob(submission.requestId(), submission.statusUrl().toString(),
				submission.responseUrl().toString(), submission.cancelUrl().toString());
	}

	URI status() {
		return URI.create(this.statusUrl);
	}

	URI response() {
		return URI.create(this.responseUrl);
	}

	URI cancel() {
		return URI.create(this.cancelUrl);
	}

}
