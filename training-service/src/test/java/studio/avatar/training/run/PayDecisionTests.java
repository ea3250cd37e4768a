package studio.avatar.training.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import studio.avatar.training.avatar.AvatarStatus;

import static org.assertj.core.api.Assertions.assertThat;

class PayDecisionTests {

	private static final TrainingRun RUN = new TrainingRun.Requested(new RunOrder(UUID.randomUUID(), UUID.randomUUID(),
			1, 1, "en", "UTC", 100, "p", 1000, "TOK_00000000", "c", "t", Instant.EPOCH));

	@Test
	void aDescribedDraftWithEnoughPhotosStarts() {
		assertThat(decide(Optional.empty(), AvatarStatus.DRAFT, 10, 0)).isInstanceOf(PayDecision.Start.class);
	}

	@Test
	void anAvatarWhoseTrainingFailedStartsAgain() {
		assertThat(decide(Optional.empty(), AvatarStatus.NOT_TRAINED, 10, 0)).isInstanceOf(PayDecision.Start.class);
	}

	@Test
	void aRunUnderWayIsNeverDoubled() {
		assertThat(decide(Optional.of(RUN), AvatarStatus.DRAFT, 10, 0)).isEqualTo(new PayDecision.UnderWay(RUN));
	}

	@Test
	void aReadyAvatarIsNotPaidForAgain() {
		assertThat(decide(Optional.empty(), AvatarStatus.READY, 10, 0)).isInstanceOf(PayDecision.NotTrainable.class);
	}

	@Test
	void missingPhotosAreCounted() {
		assertThat(decide(Optional.empty(), AvatarStatus.DRAFT, 7, 0)).isEqualTo(new PayDecision.PhotosMissing(3));
	}

	@Test
	void photosBeingCheckedAreWaitedFor() {
		assertThat(decide(Optional.empty(), AvatarStatus.DRAFT, 10, 1)).isInstanceOf(PayDecision.StillChecking.class);
	}

	private static PayDecision decide(Optional<TrainingRun> underWay, AvatarStatus status, int photos, int waiting) {
		return PayDecision.decide(underWay, status, true, photos, waiting, 10);
	}

}
