package studio.avatar.gateway.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people get for nothing.
 *
 * @param welcomeCredits given once, on registration; 0 gives none
 */
@Validated
@ConfigurationProperties("studio.account")
record AccountSettings(@DefaultValue("0") @Min(0) @Max(1_000_000) int welcomeCredits) {

}
