package studio.avatar.console.page;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Knows what is thrown while the database is away or too slow, wherever it was needed.
 */
final class Away {

	private Away() {
	}

	static boolean isSaidBy(@Nullable Throwable thrown) {
		for (Throwable why = thrown; why != null; why = why.getCause()) {
			if (why instanceof DataAccessResourceFailureException || why instanceof CannotCreateTransactionException
					|| why instanceof TransactionSystemException || why instanceof QueryTimeoutException) {
				return true;
			}
		}
		return false;
	}

}
