package studio.avatar.gallery.manage;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import studio.avatar.gallery.SomeImage;

import static org.assertj.core.api.Assertions.assertThat;

class UndoDecisionTests {

	private static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void aDeletedImageIsBroughtBackAsLongAsItsFileIsKept() {
		assertThat(UndoDecision.on(SomeImage.deleted(THEN, null))).isEqualTo(UndoDecision.BRING_BACK);
	}

	@Test
	void aSecondTapFindsItThere() {
		assertThat(UndoDecision.on(SomeImage.shown())).isEqualTo(UndoDecision.IS_THERE);
	}

	@Test
	void oncePurgedItIsTooLate() {
		assertThat(UndoDecision.on(SomeImage.deleted(THEN, THEN))).isEqualTo(UndoDecision.TOO_LATE);
	}

}
