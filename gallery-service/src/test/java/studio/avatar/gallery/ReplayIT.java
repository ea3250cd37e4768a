package studio.avatar.gallery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.ServiceChat;
import studio.avatar.common.testkit.Tables;

import static org.assertj.core.api.Assertions.assertThat;

/** The gallery's own handlers, previewed, and its tables, lost and filled again. */
class ReplayIT extends GalleryUnderTest {

	private final ServiceChat chat = ServiceChat.fresh(WIRE, Topic.CHAT_GALLERY);

	private final long person = this.chat.chatId();

	@Test
	void aDeletionWouldHideThePictureAndDoesNot() {
		UUID image = made(Generated.of(this.person));
		Map<String, String> before = Tables.still(this.database);

		ReplayOutcome outcome = Replays.preview(WIRE, ServiceName.GALLERY, Topic.CHAT_GALLERY)
			.outcomeOf(this.person, new ButtonPressed(new Origin(this.person, this.person, "en", "UTC", 1L),
					"gallery:delete-yes:" + image, "press"), UUID.randomUUID().toString());

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects().events()).containsExactly(new EventCount("reply.show-card", 1));
		assertThat(outcome.effects().chats()).containsExactly(this.person);
		assertThat(Tables.of(this.database)).isEqualTo(before);
	}

	@Test
	void aLostGalleryIsRebuiltToTheSameRowsAndNobodyIsTold() {
		live();
		List<String> before = rowsOfThePerson();
		int said = this.chat.replies().size();
		loseEverything();

		rebuild(Topic.TRAINING_EVENTS);
		rebuild(Topic.GENERATION_EVENTS);
		rebuild(Topic.CHAT_GALLERY);

		assertThat(rowsOfThePerson()).isEqualTo(before).hasSize(6);
		assertThat(this.chat.replies()).hasSize(said);
	}

	@Test
	void whatWasPressedBetweenTheLossAndTheRebuildIsNotLost() {
		UUID image = made(Generated.of(this.person));
		presses("gallery:favourite:" + image);
		presses("gallery:favourite:" + image);
		loseEverything();
		presses("gallery:favourite:" + image);

		rebuild(Topic.GENERATION_EVENTS);
		List<ReplayOutcome> done = rebuild(Topic.CHAT_GALLERY);

		assertThat(done).extracting(ReplayOutcome::result).containsOnly(Result.APPLIED).hasSize(3);
		assertThat(this.database.sql("select favourite from images where image_id = ?")
			.param(image)
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(rebuild(Topic.CHAT_GALLERY)).extracting(ReplayOutcome::result).containsOnly(Result.DROPPED);
	}

	@Test
	void anIntactGalleryIsNotChangedByARebuild() {
		live();
		Map<String, String> before = Tables.still(this.database);

		rebuild(Topic.TRAINING_EVENTS);
		rebuild(Topic.GENERATION_EVENTS);
		List<ReplayOutcome> done = rebuild(Topic.CHAT_GALLERY);

		assertThat(done).extracting(ReplayOutcome::result).containsOnly(Result.DROPPED);
		assertThat(Tables.of(this.database)).isEqualTo(before);
	}

	@Test
	void aRebuildWaitsADayBeforeItPurges() {
		UUID image = made(Generated.of(this.person));
		presses("gallery:delete-yes:" + image);
		loseEverything();
		rebuild(Topic.GENERATION_EVENTS);

		rebuild(Topic.CHAT_GALLERY);

		assertThat(this.database.sql("""
				select execution_time > now() + interval '23 hours' from scheduled_tasks
				where task_name = 'purge-image' and task_instance = ?""")
			.param(image.toString())
			.query(Boolean.class)
			.single()).isTrue();
	}

	/**
	 * Four pictures: one liked, one deleted, one deleted and taken back, one left alone.
	 */
	private void live() {
		UUID avatar = UUID.randomUUID();
		List<UUID> images = made(Generated.of(this.person).avatar(avatar, "Anna").event(4));
		WIRE.publish(Topic.TRAINING_EVENTS, this.person,
				new AvatarRenamed(avatar, this.person, this.person, "Annabel"));
		presses("gallery:favourite:" + images.get(0));
		presses("gallery:delete-yes:" + images.get(1));
		presses("gallery:delete-yes:" + images.get(2));
		presses("gallery:undo:" + images.get(2));
		Awaitility.await()
			.until(() -> this.database.sql("select count(*) from avatar_names where user_id = ?")
				.param(this.person)
				.query(Integer.class)
				.single() == 1);
	}

	private void presses(String action) {
		int before = this.chat.replies(Reply.ShowCard.class).size();
		this.chat.presses(action);
		Awaitility.await().until(() -> this.chat.replies(Reply.ShowCard.class).size() > before);
	}

	private void loseEverything() {
		this.database.sql(
				"truncate images, avatar_names, shelves, inbox; delete from scheduled_tasks where task_name = 'purge-image'")
			.update();
	}

	private List<ReplayOutcome> rebuild(Topic topic) {
		Replays rebuild = Replays.rebuild(WIRE, ServiceName.GALLERY, topic);
		return WIRE.heard(topic, this.person).stream().map((told) -> rebuild.outcomeOf(this.person, told)).toList();
	}

	private List<String> rowsOfThePerson() {
		return this.database.sql("""
				select i::text from images i where user_id = :user
				union all select a::text from avatar_names a where user_id = :user
				union all select s::text from shelves s where user_id = :user order by 1""")
			.param("user", this.person)
			.query(String.class)
			.list();
	}

}
