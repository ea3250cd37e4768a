package studio.avatar.console.parked;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.console.page.Refused;

/** How long a search may take: a sentence instead of a page that hangs. */
@Component
class Patience {

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private final JdbcClient database;

	private final TransactionTemplate reading;

	Patience(JdbcClient database, PlatformTransactionManager transactions) {
		this.database = database;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	<T> T search(Supplier<T> search) {
		try {
			return this.reading.execute((status) -> {
				limit();
				return search.get();
			});
		}
		catch (QueryTimeoutException ex) {
			throw new Refused(HttpStatus.SERVICE_UNAVAILABLE,
					"This search takes longer than %d seconds. Name a service or a chat as well."
						.formatted(LONGEST.toSeconds()));
		}
	}

	private void limit() {
		this.database.sql("select set_config('statement_timeout', ?, true)")
			.param(Long.toString(LONGEST.toMillis()))
			.query()
			.listOfRows();
	}

}
