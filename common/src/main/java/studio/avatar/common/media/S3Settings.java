package studio.avatar.common.media;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the S3-compatible service is and how patient we are.
 *
 * @param bucket the bucket of all files ({@code MEDIA_S3_BUCKET}); must exist
 * @param endpoint base address of the service ({@code MEDIA_S3_ENDPOINT}); absent means
 * Amazon's own in the region
 * @param region the bucket's region ({@code MEDIA_S3_REGION}); other services than
 * Amazon's mostly take any
 * @param accessKey name of the key ({@code MEDIA_S3_ACCESS_KEY}); without it the SDK
 * looks where it always does: environment, profile, container, machine
 * @param secretKey the key itself ({@code MEDIA_S3_SECRET_KEY})
 * @param pathStyle whether the bucket stands in the path and not in the host name
 * ({@code MEDIA_S3_PATH_STYLE}); absent means yes where an endpoint is given
 * @param connectTimeout until a connection stands
 * @param silenceTimeout between two parts of an answer
 * @param questionTimeout until it is known whether a file is there, all attempts together
 * @param callTimeout until a deletion or a page of a list is done, all attempts together
 * @param attemptTimeout until one attempt to send a file is done, or its answer begins
 * @param transferTimeout until a file is sent, all attempts together
 * @param attempts how often a call is tried, 1 to 10
 */
@ConfigurationProperties("studio.media.s3")
record S3Settings(String bucket, @Nullable URI endpoint, @Nullable String region, @Nullable String accessKey,
		@Nullable String secretKey, @Nullable Boolean pathStyle, @DefaultValue("3s") Duration connectTimeout,
		@DefaultValue("20s") Duration silenceTimeout, @DefaultValue("1s") Duration questionTimeout,
		@DefaultValue("10s") Duration callTimeout, @DefaultValue("2m") Duration attemptTimeout,
		@DefaultValue("5m") Duration transferTimeout, @DefaultValue("3") int attempts) {

	private static final String SOME_REGION = "us-east-1";

	S3Settings {
		if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
			throw new IllegalArgumentException("MEDIA_S3_BUCKET is no name of a bucket: " + bucket);
		}
		refuseOddAddress(endpoint);
		region = given(region) ? region : SOME_REGION;
		if (given(accessKey) != given(secretKey)) {
			throw new IllegalArgumentException(
					"MEDIA_S3_ACCESS_KEY and MEDIA_S3_SECRET_KEY come together or not at all");
		}
		pathStyle = Objects.requireNonNullElse(pathStyle, endpoint != null);
		if (attempts < 1 || attempts > 10) {
			throw new IllegalArgumentException("studio.media.s3.attempts is 1 to 10, not " + attempts);
		}
		if (!Stream.of(connectTimeout, silenceTimeout, questionTimeout, callTimeout, attemptTimeout, transferTimeout)
			.allMatch(Duration::isPositive)) {
			throw new IllegalArgumentException("the timeouts of studio.media.s3 are longer than nothing");
		}
	}

	/** Whether there is a key of our own. */
	boolean hasKey() {
		return given(this.accessKey);
	}

	/** The bucket for a person who reads a log. */
	String place() {
		return "bucket " + this.bucket + ((this.endpoint != null) ? " at " + this.endpoint : " in " + this.region);
	}

	private static boolean given(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	private static void refuseOddAddress(@Nullable URI endpoint) {
		if (endpoint != null && (endpoint.getHost() == null || endpoint.getUserInfo() != null
				|| !("https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme())))) {
			throw new IllegalArgumentException("MEDIA_S3_ENDPOINT is no http(s) address without a key in it");
		}
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "S3Settings[" + place() + "]";
	}

}
