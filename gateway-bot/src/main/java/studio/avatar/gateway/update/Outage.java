package studio.avatar.gateway.update;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells trouble with the database itself, which every update would meet, from trouble
 * with one update.
 */
final class Outage {

	/**
	 * SQLState classes: connection exception, insufficient resources, operator
	 * intervention.
	 */
	private static final String CLASSES = "08|53|57";

	private Outage() {
	}

	static boolean isOne(Throwable failure) {
		return failure instanceof TransactionException || failure instanceof DataAccessResourceFailureException
				|| failure instanceof TransientDataAccessException || isOne(SqlState.of(failure));
	}

	private static boolean isOne(String sqlState) {
		return sqlState.length() >= 2 && sqlState.substring(0, 2).matches(CLASSES);
	}

}
