package studio.avatar.console.page;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Knows what is thrown while the database is away, wherever it was needed. */
final class Away {

	private Away() {
	}

	static boolean isSaidBy(@Nullable Throwable thrown) {
		for (Throwable why = thrown; why != null; why = why.getCause()) {
			if (why instanceof DataAccessResourceFailureException || why instanceof CannotCreateTransactionException
					|| why instanceof TransactionSystemException) {
				return true;
			}
		}
		return false;
	}

}
