package studio.avatar.generation.generation;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.persistence.PersistenceException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes down what the provider has said once and will not say again. A database that
 * stumbles right then is tried for a while; only the writing is repeated, never the call.
 */
final class Recording {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final RetryTemplate ATTEMPTS = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(Long.MAX_VALUE)
		.timeout(PATIENCE)
		.delay(Duration.ofMillis(200))
		.multiplier(1.5)
		.maxDelay(Duration.ofSeconds(5))
		.includes(DataAccessException.class, TransactionException.class, PersistenceException.class)
		.build());

	private Recording() {
	}

	/**
	 * Writes it down.
	 * @param writing a whole transaction; done again when it fails
	 */
	static <T> T of(Supplier<T> writing) {
		return ATTEMPTS.invoke(writing);
	}

}
