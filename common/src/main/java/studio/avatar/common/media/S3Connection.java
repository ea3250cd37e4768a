package studio.avatar.common.media;

import java.time.Duration;
import java.util.Objects;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Speaks S3 with everything said out loud that the SDK would else decide by itself. */
final class S3Connection {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private S3Connection() {
	}

	/** Opens no connection yet. */
	static S3Client open(S3Settings settings) {
		return S3Client.builder()
			.endpointOverride(settings.endpoint())
			.region(Region.of(Objects.requireNonNull(settings.region())))
			.forcePathStyle(settings.pathStyle())
			.credentialsProvider(key(settings))
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(settings.connectTimeout())
				.socketTimeout(settings.silenceTimeout()))
			.overrideConfiguration((calls) -> calls.apiCallTimeout(settings.callTimeout())
				.apiCallAttemptTimeout(settings.callTimeout())
				.retryStrategy(retries(settings)))
			// we send the SHA-256 with every file, and check it ourselves when reading
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.build();
	}

	private static StandardRetryStrategy retries(S3Settings settings) {
		BackoffStrategy pauses = BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE);
		return AwsRetryStrategy.standardRetryStrategy()
			.toBuilder()
			.maxAttempts(settings.attempts())
			.backoffStrategy(pauses)
			.throttlingBackoffStrategy(pauses)
			.build();
	}

	private static AwsCredentialsProvider key(S3Settings settings) {
		return settings.hasKey()
				? StaticCredentialsProvider
					.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()))
				: DefaultCredentialsProvider.builder().build();
	}

}
