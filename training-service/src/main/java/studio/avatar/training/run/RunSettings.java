package studio.avatar.training.run;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a training run costs and how long it may take.
 *
 * @param price credits; shown and held from here
 * @param requestedDeadline until the ledger must have answered
 * @param deadline counted from the hold; then the credits go back
 * @param unknownDeadline counted from a lost answer to a submit, and never beyond the
 * deadline; then the credits go back
 * @param firstPoll time to the first question how it is doing
 * @param slowestPoll time between two questions, at most
 * @param forgottenAfter answers in a row that the provider does not know the run, until
 * it counts as lost
 * @param largestModel that is taken from the provider
 * @param archiveLife how long the provider keeps the photos
 * @param profile name of the provider profile that new runs use
 */
@Validated
@ConfigurationProperties("studio.training.runs")
record RunSettings(@Min(1) int price, @NotNull Duration requestedDeadline, @NotNull Duration deadline,
		@NotNull Duration unknownDeadline, @NotNull Duration firstPoll, @NotNull Duration slowestPoll,
		@Min(1) int forgottenAfter, @NotNull DataSize largestModel, @NotNull Duration archiveLife,
		@NotBlank String profile) {

	/** Each wait is a fifth longer than the one before. */
	private static final double SLOWER = 1.2;

	/** When to ask again after so many questions. */
	Instant nextPoll(Instant now, int polls) {
		double millis = this.firstPoll.toMillis() * Math.pow(SLOWER, Math.min(polls, 50));
		return now.plusMillis((long) Math.min(millis, this.slowestPoll.toMillis()));
	}

}
