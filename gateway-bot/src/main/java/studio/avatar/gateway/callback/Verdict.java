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

	/** It took longer to come than any webhook does. */
	TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),

	/** It did not come whole; whoever sent it reads no answer. */
	BROKEN_OFF(HttpStatus.BAD_REQUEST),

	/**
	 * The provider has signed it, and it makes no sense: it would make none the next time
	 * either.
	 */
	UNREADABLE(HttpStatus.OK),

	/** What the provider signed once was brought to many addresses. */
	SPREAD(HttpStatus.TOO_MANY_REQUESTS),

	/**
	 * No known key has made its signature, and it is too early to look for a new one.
	 */
	NO_KEY_YET(HttpStatus.SERVICE_UNAVAILABLE),

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
