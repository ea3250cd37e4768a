package studio.avatar.console.overview;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the overview.
 *
 * @param lookEvery how often the broker is asked about lag
 * @param brokerPatience how long one question to the broker may take
 * @param silentAfter an instance that said nothing for this long is shown as silent
 * @param forgottenAfter an instance that said nothing for this long is shown no more
 * @param stuckAfter a consumer with waiting records that read none for this long is stuck
 * @param behindFrom so many waiting records mean that a consumer is behind
 * @param fineFor how long figures are kept in slots of ten seconds, then of a minute
 * @param kept how long figures over time are kept at all
 * @param spendKept how long what was spent is kept after it was settled
 */
@Validated
@ConfigurationProperties("studio.overview")
record OverviewSettings(@DefaultValue("5s") @DurationMin(seconds = 1) Duration lookEvery,
		@DefaultValue("3s") @DurationMin(millis = 100) Duration brokerPatience,
		@DefaultValue("15s") @DurationMin(seconds = 1) Duration silentAfter,
		@DefaultValue("1h") @DurationMin(seconds = 1) Duration forgottenAfter,
		@DefaultValue("30s") @DurationMin(seconds = 1) Duration stuckAfter,
		@DefaultValue("1000") @Positive long behindFrom, @DefaultValue("1h") @DurationMin(minutes = 1) Duration fineFor,
		@DefaultValue("48h") @DurationMin(hours = 1) Duration kept,
		@DefaultValue("90d") @DurationMin(days = 1) Duration spendKept) {
}
