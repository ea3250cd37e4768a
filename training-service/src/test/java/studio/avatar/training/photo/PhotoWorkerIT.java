package studio.avatar.training.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.messaging.Trace;
import studio.avatar.common.testkit.Backed;
import studio.avatar.training.Person;
import studio.avatar.training.TestPhotos;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/** What a crash or a discarded draft may leave of a face: nothing. */
class PhotoWorkerIT {

	private Person person;

	private UUID draft;

	private Path original;

	@BeforeEach
	void somebodyWithOnePhoto() {
		this.person = Person.of(TrainingApp.with().getBean(MediaStore.class));
		this.draft = this.person.describes("Left");
		SentPhoto photo = this.person.photo(TestPhotos.jpeg(1), null);
		this.original = Backed.mediaFolder().resolve(Objects.requireNonNull(photo.file()).key());
		this.person.sends(List.of(photo));
		this.person.chat().awaitCard("training.draft.", "1 accepted");
	}

	@Test
	void anOriginalThatACrashLeftBehindIsTakenAway() throws IOException {
		Files.write(this.original, TestPhotos.jpeg(1));

		lookAgain();

		assertThat(this.original).doesNotExist();
		assertThat(kept()).isNotEmptyDirectory();
	}

	@Test
	void aPhotoLookedAtAfterItsDraftWasDiscardedLeavesNothing() throws IOException {
		Files.write(this.original, TestPhotos.jpeg(1));
		TrainingApp.database()
			.sql("update photo set status = 'RECEIVED', normalised = null, number = null where avatar_id = ?")
			.param(this.draft)
			.update();
		TrainingApp.database().sql("update avatar set status = 'DISCARDED' where id = ?").param(this.draft).update();

		lookAgain();

		assertThat(this.original).doesNotExist();
		assertThat(kept()).isEmptyDirectory();
		assertThat(TrainingApp.database()
			.sql("select count(*) from photo where avatar_id = ?")
			.param(this.draft)
			.query(Integer.class)
			.single()).isZero();
	}

	private Path kept() {
		return Backed.mediaFolder().resolve("training/photos/" + this.draft);
	}

	private void lookAgain() {
		UUID batch = TrainingApp.database()
			.sql("select batch_id from photo where avatar_id = ?")
			.param(this.draft)
			.query(UUID.class)
			.single();
		PhotoTask.Sender sender = new PhotoTask.Sender(this.person.id(), this.person.id(), "en", "UTC", "again",
				Trace.begin().traceparent());
		assertThat(TrainingApp.with().getBean(PhotoWorker.class).inspectBatch(batch, sender, false))
			.isEqualTo(PhotoWorker.Outcome.DONE);
	}

}
