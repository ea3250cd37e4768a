package studio.avatar.gallery.manage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.gallery.Generated;
import studio.avatar.gallery.GalleryUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A purge at unlucky moments. */
class PurgeIT extends GalleryUnderTest {

	private final GenerationCompleted event = Generated.of(78_000_000_000L + System.nanoTime() % 1_000_000).event(1);

	private final Path file = file(this.event.images().getFirst().file());

	@Autowired
	private Purge purge;

	@Test
	void cutOffBeforeTheFileWentItFinishesAtTheNextAttempt() {
		UUID image = made(this.event).getFirst();
		set(image, "deleted_at = now() - interval '1 hour', purged_at = now()");

		this.purge.run(image);

		assertThat(Files.exists(this.file)).isFalse();
	}

	@Test
	void cutOffAfterTheFileWentItHasNothingLeftToDo() throws Exception {
		UUID image = made(this.event).getFirst();
		set(image, "deleted_at = now() - interval '1 hour', purged_at = now()");
		Files.delete(this.file);

		assertThat(this.purge.run(image)).isInstanceOf(PurgeDecision.Purge.class);
	}

	@Test
	void broughtBackInTheLastMomentThePictureKeepsItsFile() {
		UUID image = made(this.event).getFirst();

		PurgeDecision decision = this.purge.run(image);

		assertThat(decision).isEqualTo(new PurgeDecision.Keep());
		assertThat(Files.exists(this.file)).isTrue();
	}

	@Test
	void beforeItsTimeItWaits() {
		UUID image = made(this.event).getFirst();
		set(image, "deleted_at = now()");

		PurgeDecision decision = this.purge.run(image);

		assertThat(decision).isInstanceOfSatisfying(PurgeDecision.WaitUntil.class,
				(wait) -> assertThat(wait.when()).isAfter(Instant.now()));
		assertThat(Files.exists(this.file)).isTrue();
	}

	@Test
	void theSweepPurgesWhatNoTaskReached() {
		UUID image = made(this.event).getFirst();
		set(image, "deleted_at = now() - interval '1 hour'");

		this.purge.sweep();

		assertThat(Files.exists(this.file)).isFalse();
	}

	@Test
	void theSweepLeavesWhatCanStillBeBroughtBack() {
		UUID image = made(this.event).getFirst();
		set(image, "deleted_at = now() - interval '9 minutes'");

		this.purge.sweep();

		assertThat(Files.exists(this.file)).isTrue();
	}

	private void set(UUID imageId, String assignment) {
		this.database.sql("update images set " + assignment + " where image_id = ?").param(imageId).update();
	}

}
