package studio.avatar.generation.generation;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.Generation.UnderWay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static studio.avatar.generation.generation.Orders.JOB;
import static studio.avatar.generation.generation.Orders.NOON;

class GenerationTests {

	static Stream<UnderWay> underWay() {
		Submitting submitting = Orders.requested(1).held().submitting();
		return Stream.of(Orders.requested(1), Orders.requested(1).held(), submitting, submitting.accepted(JOB, NOON),
				submitting.lost());
	}

	@Test
	void theWayToThePicturesKeepsIdAndOrder() {
		Requested requested = Orders.requested(2);

		Completed completed = requested.held()
			.submitting()
			.accepted(JOB, NOON)
			.polled(Stage.DRAWING, null)
			.completed(Orders.images(2), "7", null, NOON.plusSeconds(9));

		assertThat(completed.id()).isEqualTo(requested.id());
		assertThat(completed.order()).isSameAs(requested.order());
		assertThat(completed.charge()).isEqualTo(10);
	}

	@ParameterizedTest
	@MethodSource("underWay")
	void whatIsUnderWayCanBeCancelledAndKnowsWhatToStop(UnderWay generation) {
		assertThat(generation.cancelled(NOON).stray()).isEqualTo(generation.job().orElse(null));
	}

	@ParameterizedTest
	@MethodSource("underWay")
	void whatIsUnderWayExpiresAndKnowsWhatToStop(UnderWay generation) {
		assertThat(generation.expired(NOON).stray()).isEqualTo(generation.job().orElse(null));
	}

	@Test
	void onlyASubmittedOneHasARequestToStop() {
		assertThat(underWay().filter((generation) -> generation.job().isPresent())).singleElement()
			.isInstanceOf(Submitted.class);
	}

	@Test
	void whatTheProviderSurelyDidNotTakeIsHeldAsBefore() {
		Held held = Orders.requested(1).held();

		assertThat(held.submitting().notTaken()).isEqualTo(held);
	}

	@Test
	void aLateAnswerAfterCancellingIsKeptToBeStopped() {
		var cancelled = Orders.requested(1).held().submitting().cancelled(NOON);

		assertThat(cancelled.accepted(JOB, NOON).stray()).isEqualTo(JOB);
	}

	@Test
	void aLateAnswerIsGoodAfterItWasGivenUp() {
		Submitting submitting = Orders.requested(1).held().submitting();

		assertThat(submitting.lost().accepted(JOB, NOON)).isEqualTo(submitting.accepted(JOB, NOON));
	}

	@Test
	void aLateNoEndsWhatWasGivenUp() {
		Submitting submitting = Orders.requested(1).held().submitting();

		assertThat(submitting.lost().failed(FailureReason.CONTENT_REFUSED, NOON))
			.isEqualTo(submitting.failed(FailureReason.CONTENT_REFUSED, NOON));
	}

	@Test
	void onlyMissesInARowAreCounted() {
		Submitted submitted = Orders.submitted(1).missed().missed();

		assertThat(submitted.misses()).isEqualTo(2);
		assertThat(submitted.polled(Stage.DRAWING, null).misses()).isZero();
	}

	@Test
	void onlyThePicturesThatCameAreCharged() {
		Completed partly = Orders.submitted(4)
			.completed(Orders.images(3), "7", FailureReason.CONTENT_REFUSED, NOON.plusSeconds(9));

		assertThat(partly.charge()).isEqualTo(15);
		assertThat(partly.missing()).isEqualTo(1);
	}

	@Test
	void nothingIsCompletedWithoutPicturesOrWithMoreThanOrdered() {
		Submitted submitted = Orders.submitted(1);

		assertThatIllegalArgumentException().isThrownBy(() -> submitted.completed(List.of(), "7", null, NOON));
		assertThatIllegalArgumentException().isThrownBy(() -> submitted.completed(Orders.images(2), "7", null, NOON));
	}

	@Test
	void everyStateSurvivesItsRow() {
		Submitted submitted = Orders.submitted(2).polled(Stage.QUEUED, 3).missed();
		Stream<Generation> all = Stream.concat(underWay(), Stream.of(submitted,
				submitted.completed(Orders.images(1).stream().map((image) -> ImageRow.of(image).image("7")).toList(),
						"7", FailureReason.WRONG_SIZE, NOON),
				submitted.failed(FailureReason.NO_PICTURES, NOON), submitted.cancelled(NOON), submitted.expired(NOON),
				new Failed(submitted.id(), submitted.order(), FailureReason.NOT_ENOUGH_CREDITS, NOON)));

		assertThat(all).allSatisfy((state) -> assertThat(throughRow(state)).isEqualTo(state));
	}

	private static Generation throughRow(Generation state) {
		GenerationRow row = new GenerationRow(new Requested(state.id(), state.order()));
		row.take(state);
		return row.state();
	}

}
