package studio.avatar.common.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * A failed attempt by what it says about the next one. The framework wraps every failure
 * in the same few classes; it chooses a back-off anew only when the class changes, so
 * each kind has one.
 */
abstract sealed class Failure extends RuntimeException {

	private Failure(Exception cause) {
		super(cause.getMessage(), cause);
	}

	/** The database, or the broker that parks, is away: every other record fails too. */
	static final class Away extends Failure {

		Away(Exception cause) {
			super(cause);
		}

	}

	/** The record is nonsense, or its handler said so: no attempt helps. */
	static final class Permanent extends Failure {

		Permanent(Exception cause) {
			super(cause);
		}

	}

	/** A lost race, or a bug: nobody knows before trying again. */
	static final class Unclear extends Failure {

		Unclear(Exception cause) {
			super(cause);
		}

	}

	static Failure of(Exception failure) {
		Set<Throwable> chain = chain(failure);
		if (chain.stream().anyMatch(Failure::isAway)) {
			return new Away(failure);
		}
		boolean permanent = chain.stream()
			.anyMatch((at) -> at instanceof UnreadableEvent || at instanceof PermanentFailure);
		return permanent ? new Permanent(failure) : new Unclear(failure);
	}

	private static boolean isAway(Throwable failure) {
		return failure instanceof CannotCreateTransactionException || failure instanceof NotPublished
				|| failure instanceof SQLTransientConnectionException
				|| (failure instanceof SQLException refused && isConnectionLost(refused));
	}

	/**
	 * By SQLSTATE: 08 connection, 57P shutdown or not yet up, 53 out of resources, 58
	 * trouble below the server. The connection pool's own word for a connection that is
	 * gone is a bare exception without any.
	 */
	private static boolean isConnectionLost(SQLException failure) {
		String state = failure.getSQLState();
		return (state != null) ? state.matches("08...|57P..|53...|58...") : failure.getClass() == SQLException.class;
	}

	/** Causes, also those that a failed rollback hides. */
	private static Set<Throwable> chain(Throwable failure) {
		Set<Throwable> chain = new LinkedHashSet<>();
		add(chain, failure);
		return chain;
	}

	private static void add(Set<Throwable> chain, @Nullable Throwable failure) {
		if (failure != null && chain.add(failure)) {
			add(chain, failure.getCause());
			if (failure instanceof TransactionSystemException rollback) {
				add(chain, rollback.getApplicationException());
			}
		}
	}

}
