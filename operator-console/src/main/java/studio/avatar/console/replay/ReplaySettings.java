package studio.avatar.console.replay;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about replays.
 *
 * @param mostItems how many records one replay may hold; the archive counts no further
 * @param itemsWithoutApproval how many of them one operator may replay alone
 * @param previewLasts how old a preview may be when its run begins
 * @param rate records a second unless an operator says otherwise
 * @param highestRate what an operator may ask for, records a second; the default was
 * chosen by what {@code ./run --bench-replay} measured on two cores
 * @param previewRate records a second of a preview
 * @param ramp how long a run takes to reach its rate
 * @param mostInFlight records of a run that are sent and have no outcome
 * @param mostInFlightOfPreview the same for a preview
 * @param stopPercent failures in a hundred outcomes at which a run stops
 * @param outcomesToJudge how many outcomes it takes before that ratio counts
 * @param firstErrors a run stops when its first outcomes, this many, are all failures
 * @param lagThatSlows records the service's live consumers are behind from which on a run
 * goes at half its rate
 * @param lagThatHalts and from which on it waits
 * @param silence how long a service may say nothing of a record that it has passed before
 * it is sent once more, and then until it is given up; and how long it may stand still
 * before it is said not to answer
 * @param unansweredAfter when a record is given up that a service never came to; the
 * broker keeps it for a day
 * @param lease how long an instance that died is taken to be at work; one that lives says
 * so every second
 * @param keepEnded how long the records of a replay and their outcomes are kept after its
 * end, for as long as the archive's unless said otherwise
 */
@Validated
@ConfigurationProperties("console.replay")
record ReplaySettings(@DefaultValue("100000") @Min(1) @Max(100_000) int mostItems,
		@DefaultValue("1000") @Min(0) int itemsWithoutApproval,
		@DefaultValue("1h") @NotNull @DurationMin(minutes = 1) Duration previewLasts,
		@DefaultValue("200") @Min(1) int rate, @DefaultValue("200") @Min(1) @Max(10_000) int highestRate,
		@DefaultValue("5000") @Min(1) int previewRate,
		@DefaultValue("10s") @NotNull @DurationMax(minutes = 10) Duration ramp,
		@DefaultValue("500") @Min(1) int mostInFlight, @DefaultValue("5000") @Min(1) int mostInFlightOfPreview,
		@DefaultValue("5") @Min(1) @Max(100) int stopPercent, @DefaultValue("20") @Min(1) int outcomesToJudge,
		@DefaultValue("5") @Min(1) int firstErrors, @DefaultValue("500") @Min(0) long lagThatSlows,
		@DefaultValue("2000") @Min(0) long lagThatHalts,
		@DefaultValue("30s") @NotNull @DurationMin(seconds = 1) Duration silence,
		@DefaultValue("12h") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 24) Duration unansweredAfter,
		@DefaultValue("5s") @NotNull @DurationMin(seconds = 3) @DurationMax(minutes = 1) Duration lease,
		@DefaultValue("90d") @NotNull @DurationMin(days = 1) Duration keepEnded) {

	Pacing ofRun(int stopPercent) {
		return new Pacing(this.ramp, this.mostInFlight, stopPercent, this.outcomesToJudge, this.firstErrors,
				this.lagThatSlows, this.lagThatHalts);
	}

	/** A preview changes nothing, so failures are what it is there to find. */
	Pacing ofPreview() {
		return new Pacing(Duration.ZERO, this.mostInFlightOfPreview, 0, this.outcomesToJudge, this.firstErrors,
				this.lagThatSlows, this.lagThatHalts);
	}

}
