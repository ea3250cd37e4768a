package studio.avatar.gallery.manage;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import studio.avatar.gallery.SomeImage;
import studio.avatar.gallery.image.Image;

import static org.assertj.core.api.Assertions.assertThat;

class PurgeDecisionTests {

	private static final Instant DELETED = Instant.parse("2026-11-22T12:00:00Z");

	private static final Duration WINDOW = Duration.ofMinutes(10);

	@Test
	void anImageThatWasBroughtBackKeepsItsFile() {
		assertThat(on(SomeImage.shown(), WINDOW)).isEqualTo(new PurgeDecision.Keep());
	}

	@Test
	void oneDeletedAnewWaitsForItsOwnWindow() {
		assertThat(on(SomeImage.deleted(DELETED, null), WINDOW.minusMillis(1)))
			.isEqualTo(new PurgeDecision.WaitUntil(DELETED.plus(WINDOW)));
	}

	@Test
	void oneWhoseWindowHasPassedLosesItsFile() {
		assertThat(on(SomeImage.deleted(DELETED, null), WINDOW))
			.isEqualTo(new PurgeDecision.Purge("images/1.jpg", DELETED.plus(WINDOW)));
	}

	@Test
	void oneThatWasCutOffIsPurgedAgain() {
		assertThat(on(SomeImage.deleted(DELETED, DELETED), Duration.ZERO))
			.isEqualTo(new PurgeDecision.Purge("images/1.jpg", DELETED.plus(WINDOW)));
	}

	private static PurgeDecision on(Image image, Duration later) {
		return PurgeDecision.on(image, WINDOW, DELETED.plus(later));
	}

}
