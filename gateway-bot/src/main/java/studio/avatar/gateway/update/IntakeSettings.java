package studio.avatar.gateway.update;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How updates are taken in.
 *
 * @param chatsAtOnce parts of one batch that are worked for at the same time; each needs
 * a database connection for some milliseconds
 * @param lockPatience how long an update waits for whoever is busy with its chat before
 * it is kept and answered later: all of a batch must be kept before the next is asked for
 * @param albumQuiet an album counts as whole when no further part came for this long:
 * Telegram does not say how many there are
 * @param downloadsAtOnce files of one album that are fetched at the same time
 * @param downloadsAtOnceOverall files of all people that are fetched at the same time
 * @param downloadAttempts how often a file is tried before the person is told that it did
 * not come through
 * @param downloadTimeout how long all attempts for one file may take together
 */
@Validated
@ConfigurationProperties("studio.intake")
record IntakeSettings(@DefaultValue("6") @Min(1) int chatsAtOnce, @DefaultValue("500ms") Duration lockPatience,
		@DefaultValue("1s") Duration albumQuiet, @DefaultValue("4") @Min(1) int downloadsAtOnce,
		@DefaultValue("32") @Min(1) int downloadsAtOnceOverall, @DefaultValue("5") @Min(1) int downloadAttempts,
		@DefaultValue("30s") Duration downloadTimeout) {

}
