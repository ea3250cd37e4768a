package studio.avatar.training.draft;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.Gender;
import studio.avatar.training.avatar.Avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DraftStepTests {

	private final Avatar draft = Avatar.draft(UUID.randomUUID(), 42, 42, Instant.EPOCH);

	@Test
	void theWizardAsksForWhatIsMissingFirst() {
		assertThat(DraftStep.of(this.draft)).isEqualTo(DraftStep.GENDER);
		this.draft.choose(Gender.OTHER);
		assertThat(DraftStep.of(this.draft)).isEqualTo(DraftStep.NAME);
		this.draft.call("Anna");
		assertThat(DraftStep.of(this.draft)).isEqualTo(DraftStep.PHOTOS);
	}

	@Test
	void aDraftInTrainingIsNotDiscarded() {
		this.draft.train(UUID.randomUUID());

		assertThatIllegalStateException().isThrownBy(this.draft::discard);
	}

	@Test
	void aDiscardedDraftIsNotNamed() {
		this.draft.discard();

		assertThatIllegalStateException().isThrownBy(() -> this.draft.call("Anna"));
	}

}
