package studio.avatar.gateway.update;

import java.sql.SQLException;

import org.springframework.core.NestedExceptionUtils;

/** What the database itself says of a failure, in the five characters of SQL. */
final class SqlState {

	/** A lock was not given within {@code lock_timeout}. */
	static final String LOCK_NOT_AVAILABLE = "55P03";

	private SqlState() {
	}

	/** Empty when the failure is none of the database's. */
	static String of(Throwable failure) {
		return (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
				&& sql.getSQLState() != null) ? sql.getSQLState() : "";
	}

}
