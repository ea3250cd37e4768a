package studio.avatar.common.credits;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's ear of a service whose work is paid for: one that has
 * {@link HoldOutcomes}.
 */
@AutoConfiguration
@ConditionalOnBean(HoldOutcomes.class)
class CreditsAutoConfiguration {

	@Bean
	Balances balances(JdbcClient database) {
		return new Balances(database);
	}

	@Bean
	CreditsHandler creditsHandler(Balances balances, HoldOutcomes holds) {
		return new CreditsHandler(balances, holds);
	}

}
