package studio.avatar.generation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.operating.JobSettings;
import studio.avatar.common.operating.JobsUnderWay;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.PersonWithAvatar.await;
import static studio.avatar.generation.ServiceUnderTest.rows;

/** Generations as operators are told of them. */
class StuckGenerationsIT {

	@BeforeAll
	static void start() {
		ServiceUnderTest.started();
	}

	@AfterAll
	static void stop() {
		ServiceUnderTest.stop();
	}

	@Test
	void aGenerationIsToldAsStuckOnceItStandsStillAndNoLongerWhenItHasMoved() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		HoldCredits hold = person.pays(person.drafts("waiting long"));
		String id = hold.holdId().toString();
		JobsUnderWay jobs = ServiceUnderTest.bean(JobsUnderWay.class);
		rows().sql("update generations set state_since = now() - interval '61 seconds' where id = ?")
			.param(hold.holdId())
			.update();
		assertThat(jobs.stuck()).extracting((stuck) -> stuck.id()).contains(id);

		person.isHeld(hold);

		await().untilAsserted(() -> assertThat(jobs.stuck()).extracting((stuck) -> stuck.id()).doesNotContain(id));
	}

	@Test
	void everyStateThatIsNoEndHasItsPatience() {
		assertThat(ServiceUnderTest.bean(JobSettings.class).stuckAfter().keySet())
			.containsExactlyInAnyOrder("REQUESTED", "HELD", "SUBMITTING", "SUBMITTED", "UNKNOWN");
	}

}
