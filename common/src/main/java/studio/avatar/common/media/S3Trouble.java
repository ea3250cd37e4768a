package studio.avatar.common.media;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What went wrong, in words that say who can mend it; none holds a key. */
final class S3Trouble {

	private final S3Settings settings;

	S3Trouble(S3Settings settings) {
		this.settings = settings;
	}

	IOException with(String key, SdkException why) {
		return (why instanceof NoSuchKeyException) ? new MissingMedia(key) : withTheStore(why);
	}

	IOException withTheStore(SdkException why) {
		return switch (why) {
			case NoSuchBucketException _ -> new UnusableStore(
					"there is no " + this.settings.place() + ": create it or correct MEDIA_S3_BUCKET", why);
			case AwsServiceException answer -> answered(answer);
			case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
				new IOException(this.settings.place() + " does not answer in time", why);
			case AbortedException _ -> interrupted(why);
			case SdkException _ when Thread.currentThread().isInterrupted() -> interrupted(why);
			default -> new IOException(this.settings.place() + " cannot be reached: " + reason(why), why);
		};
	}

	/** What the client throws besides its own exceptions says nothing of the service. */
	IOException withTheClient(RuntimeException why) {
		return new IOException(this.settings.place() + " cannot be asked: " + reason(why), why);
	}

	private IOException answered(AwsServiceException why) {
		return switch (why.statusCode()) {
			case 401, 403 -> new UnusableStore(this.settings.place() + " refuses us (" + said(why)
					+ "): check MEDIA_S3_ACCESS_KEY, MEDIA_S3_SECRET_KEY, what they allow, and the clock", why);
			case 301, 307 -> elsewhere(why);
			case 400 -> code(why).matches("|AuthorizationHeaderMalformed") ? elsewhere(why) : trouble(why);
			default -> trouble(why);
		};
	}

	private IOException elsewhere(AwsServiceException why) {
		return new UnusableStore(
				this.settings.place() + " is not where we ask (" + said(why) + "): correct MEDIA_S3_REGION", why);
	}

	private IOException trouble(AwsServiceException why) {
		return new IOException(this.settings.place() + " has trouble (" + said(why) + ")", why);
	}

	private static IOException interrupted(SdkException why) {
		Thread.currentThread().interrupt();
		IOException interrupted = new InterruptedIOException("interrupted while speaking with the media store");
		interrupted.initCause(why);
		return interrupted;
	}

	private static String said(AwsServiceException why) {
		return "status " + why.statusCode() + (code(why).isEmpty() ? "" : ", " + code(why));
	}

	/** Empty where none is given: an answer to a HEAD has only a status. */
	private static String code(AwsServiceException why) {
		return (why.awsErrorDetails() != null) ? Objects.requireNonNullElse(why.awsErrorDetails().errorCode(), "") : "";
	}

	private static String reason(Throwable why) {
		Throwable cause = why;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf((cause.getMessage() != null) ? cause.getMessage() : cause);
	}

}
