package studio.avatar.training.run;

import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.operating.JobSettings;
import studio.avatar.common.operating.JobsUnderWay;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs as operators are told of them. */
class StuckRunsIT extends RunStories {

	@Test
	void aRunIsToldAsStuckOnceItStandsStillAndNoLongerWhenItHasMoved() {
		someone();
		UUID draft = this.person.hasPhotosOf("Waiting");
		this.person.chat().presses("training:pay:" + draft + ":100");
		UUID run = this.person.awaitHold().holdId();
		JobsUnderWay jobs = TrainingApp.with().getBean(JobsUnderWay.class);
		TrainingApp.database()
			.sql("update training_run set state_since = now() - interval '61 seconds' where id = ?")
			.param(run)
			.update();
		assertThat(jobs.counts()).extracting(JobCount::state).contains("REQUESTED");
		assertThat(jobs.stuck()).extracting((stuck) -> stuck.id()).contains(run.toString());

		this.person.ledgerHolds();

		Awaitility.await()
			.untilAsserted(
					() -> assertThat(jobs.stuck()).extracting((stuck) -> stuck.id()).doesNotContain(run.toString()));
	}

	@Test
	void everyStateThatIsNoEndHasItsPatience() {
		assertThat(TrainingApp.with().getBean(JobSettings.class).stuckAfter().keySet())
			.containsExactlyInAnyOrder("REQUESTED", "HELD", "SUBMITTING", "SUBMITTED", "UNKNOWN");
	}

}
