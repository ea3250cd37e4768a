package studio.avatar.gateway.callback;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/** What becomes of a webhook, and what the provider is answered. */
enum Verdict {

	/** Kept, to be told to the service. */
	TAKEN(HttpStatus.OK),

	/** Its address is none that we give out. */
	NO_SUCH_ADDRESS(HttpStatus.NOT_FOUND),

	/** It is not signed, or not as the provider signs. */
	UNSIGNED(HttpStatus.UNAUTHORIZED),

	/** It was signed too long ago, or in times to come. */
	OUT_OF_TIME(HttpStatus.UNAUTHORIZED),

	/** No key of the provider has made its signature. */
	FORGED(HttpStatus.UNAUTHORIZED),

	/** It is larger than any webhook of ours. */
	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),

	/** The provider has signed it, and it makes no sense. */
	UNREADABLE(HttpStatus.BAD_REQUEST),

	/** No key could be fetched to check it with. */
	NO_KEYS(HttpStatus.SERVICE_UNAVAILABLE),

	/** Too many at once. */
	BUSY(HttpStatus.SERVICE_UNAVAILABLE),

	/** It is good, and the database is away. */
	NOT_KEPT(HttpStatus.SERVICE_UNAVAILABLE);

	private final HttpStatus status;

	Verdict(HttpStatus status) {
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

	/** As the counter names it. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
