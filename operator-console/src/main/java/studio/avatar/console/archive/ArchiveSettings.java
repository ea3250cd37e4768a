package studio.avatar.console.archive;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the archive keeps records and how patient its searches are.
 *
 * @param retentionDays whole days a record is kept, 1 to 99: services know for 100 days
 * what they have handled ({@code studio.inbox-retention}), and what is redelivered later
 * would be handled a second time
 * @param searchPatience after this long a search is given up
 */
@Validated
@ConfigurationProperties("console.archive")
record ArchiveSettings(@DefaultValue("90") @Min(1) @Max(99) int retentionDays,
		@DefaultValue("5s") Duration searchPatience) {
}
