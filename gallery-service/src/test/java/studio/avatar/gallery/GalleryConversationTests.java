package studio.avatar.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.messaging.MessageCounters;
import studio.avatar.common.messaging.MessageCounters.Outcome;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.testkit.ServiceChat;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person sees of the gallery. */
class GalleryConversationTests extends GalleryUnderTest {

	private static final String GALLERY = "gallery";

	private final ServiceChat chat = ServiceChat.fresh(WIRE, Topic.CHAT_GALLERY);

	@Autowired
	private PersistentSchedule schedule;

	@Autowired
	private CustomTask<Void> purgeImage;

	@Autowired
	private MessageCounters counters;

	@Test
	void anEmptyGalleryLeadsToWherePicturesAreMade() {
		this.chat.commands("gallery");

		Card empty = this.chat.awaitCard(GALLERY, "still empty");
		assertThat(actions(empty)).containsExactly("generation:menu", "training:avatars", "menu:main");
		assertThat(empty.picture()).isNull();
	}

	@Test
	void theNewestPictureComesFirstWithItsAvatarRatioAndDate() {
		UUID avatar = UUID.randomUUID();
		made(generated());
		UUID newest = made(generated().avatar(avatar, "Anna").later(1));

		this.chat.presses("gallery:open");

		Card card = this.chat.awaitCard(GALLERY, "1 of 2");
		assertThat(card.text().text()).contains("Anna").contains("3:4").contains("20 Nov 2026, 12:01");
		assertThat(picture(card).key()).contains(newest.toString());
		assertThat(actions(card)).contains("gallery:older:" + newest).doesNotContain("gallery:newer:" + newest);
	}

	@Test
	void aSetIsBrowsedFromItsLastPictureToItsFirst() {
		List<UUID> set = made(generated().event(3));
		this.chat.presses("gallery:open");
		Card card = this.chat.awaitCard(GALLERY, "1 of 3");

		this.chat.presses(card, "Older");
		card = this.chat.awaitCard(GALLERY, "2 of 3");
		this.chat.presses(card, "Older");
		card = this.chat.awaitCard(GALLERY, "3 of 3");

		assertThat(picture(card).key()).contains(set.getFirst().toString());
		assertThat(actions(card)).contains("gallery:newer:" + set.getFirst())
			.doesNotContain("gallery:older:" + set.getFirst());
	}

	@Test
	void aPictureThatArrivesMeanwhileMovesNothingUnderTheFinger() {
		UUID first = made(generated());
		UUID second = made(generated().later(1));
		this.chat.presses("gallery:image:" + second);
		Card card = this.chat.awaitCard(GALLERY, "1 of 2");
		made(generated().later(2));

		this.chat.presses(card, "Older");

		assertThat(picture(this.chat.awaitCard(GALLERY, "3 of 3")).key()).contains(first.toString());
	}

	@Test
	void browsingGoesOnFromAPictureThatWasDeletedElsewhere() {
		UUID oldest = made(generated());
		UUID middle = made(generated().later(1));
		made(generated().later(2));
		this.chat.presses("gallery:delete-yes:" + middle);
		this.chat.awaitCard(GALLERY, "Deleted");

		this.chat.presses("gallery:older:" + middle);

		assertThat(picture(this.chat.awaitCard(GALLERY, "2 of 2\n")).key()).contains(oldest.toString());
	}

	@Test
	void whereThereIsNothingOlderAStaleButtonSaysSo() {
		UUID only = made(generated());

		String press = this.chat.presses("gallery:older:" + only);

		assertThat(this.chat.awaitToast(press)).isEqualTo("This is your oldest picture");
		assertThat(picture(this.chat.awaitCard(GALLERY, "1 of 1")).key()).contains(only.toString());
	}

	@Test
	void aPressTurnsTheCardItStoodUnderIntoTheNextOne() {
		UUID only = made(generated());
		Origin origin = this.chat.origin();

		WIRE.publish(Topic.CHAT_GALLERY, this.chat.chatId(),
				new ButtonPressed(origin, "gallery:image:" + only, "press"));

		this.chat.awaitCard(GALLERY, "1 of 1");
		assertThat(this.chat.replies(Reply.ShowCard.class).getLast().replaces()).isEqualTo(origin.messageId());
	}

	@Test
	void aFavouriteIsMarkedAndUnmarked() {
		UUID only = made(generated());
		String like = this.chat.presses("gallery:favourite:" + only);
		assertThat(this.chat.awaitToast(like)).contains("Among your favourites");
		Card liked = this.chat.awaitCard(GALLERY, "one of your favourites");

		String unlike = this.chat.presses(liked, "❤️ Favourite");

		assertThat(this.chat.awaitToast(unlike)).contains("No longer");
		Awaitility.await()
			.untilAsserted(() -> assertThat(shown().text().text()).doesNotContain("one of your favourites"));
	}

	@Test
	void theSamePressDeliveredTwiceTogglesOnce() {
		UUID only = made(generated());
		String id = UUID.randomUUID().toString();
		ButtonPressed press = new ButtonPressed(this.chat.origin(), "gallery:favourite:" + only, "press");

		WIRE.publish(Topic.CHAT_GALLERY, this.chat.chatId(), press, id, id);
		WIRE.publish(Topic.CHAT_GALLERY, this.chat.chatId(), press, id, id);
		this.chat.presses("gallery:image:" + only);

		this.chat.awaitCard(GALLERY, "one of your favourites");
		Awaitility.await().until(() -> this.chat.replies(Reply.ShowCard.class).size() == 2);
		assertThat(shown().text().text()).contains("one of your favourites");
	}

	@Test
	void thePromptIsShownWholeWithItsParametersAndAWayBack() {
		UUID only = made(generated());

		this.chat.presses("gallery:prompt:" + only);

		Card prompt = this.chat.awaitCard(GALLERY, "What the model was given");
		assertThat(prompt.text().text()).contains("on a windy pier")
			.contains("TOK_0011aabb on a windy pier, 35 mm")
			.contains("flux-lora")
			.contains("4242")
			.contains("864 × 1152");
		assertThat(actions(prompt)).containsExactly("gallery:image:" + only);
	}

	@Test
	void aPromptTooLongForOneMessageIsReadPageByPage() {
		String words = "a lighthouse in a storm ".repeat(80);
		UUID only = made(generated().words(words, "TOK_0011aabb " + words + words));
		this.chat.presses("gallery:prompt:" + only);
		Card page = this.chat.awaitCard(GALLERY, "1 of 4");
		StringBuilder read = new StringBuilder(code(page));

		for (int number = 2; number <= 4; number++) {
			this.chat.presses(page, "Next page");
			page = this.chat.awaitCard(GALLERY, number + " of 4");
			read.append((number < 4) ? code(page) : "");
			assertThat(page.text().text().length()).isLessThanOrEqualTo(4096);
		}

		assertThat(read.toString()).isEqualTo(words + "TOK_0011aabb " + words + words);
		assertThat(page.text().text()).contains("4242");
	}

	@Test
	void deletingAsksWithThePictureInSight() {
		UUID only = made(generated());

		this.chat.presses("gallery:delete:" + only);

		Card question = this.chat.awaitCard(GALLERY, "Delete this picture?");
		assertThat(picture(question).key()).contains(only.toString());
		assertThat(question.text().text()).contains("10 minutes");
		assertThat(actions(question)).containsExactly("gallery:delete-yes:" + only, "gallery:image:" + only);
	}

	@Test
	void aDeletedPictureIsHiddenAtOnceAndItsNeighbourShown() {
		UUID older = made(generated());
		UUID deleted = made(generated().later(1));

		this.chat.presses("gallery:delete-yes:" + deleted);

		Card card = this.chat.awaitCard(GALLERY, "You can bring it back until");
		assertThat(card.text().text()).contains("1 of 1");
		assertThat(picture(card).key()).contains(older.toString());
		assertThat(actions(card)).contains("gallery:undo:" + deleted);
	}

	@Test
	void undoBringsThePictureBackAndItsFileStays() {
		UUID only = made(generated());
		this.chat.presses("gallery:delete-yes:" + only);
		Card deleted = this.chat.awaitCard(GALLERY, "still empty");

		String undo = this.chat.presses(deleted, "Bring it back");

		assertThat(this.chat.awaitToast(undo)).isEqualTo("It is back");
		assertThat(picture(this.chat.awaitCard(GALLERY, "1 of 1")).key()).contains(only.toString());
		assertThat(purgesWaiting(only)).isZero();
	}

	@Test
	void afterTheUndoWindowTheFileIsGoneAndUndoSaysSo() {
		GenerationCompleted event = generated().event(1);
		UUID only = made(event).getFirst();
		Path file = file(event.images().getFirst().file());
		this.chat.presses("gallery:delete-yes:" + only);
		this.chat.awaitCard(GALLERY, "still empty");

		letTheUndoWindowPass(only);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.notExists(file));
		String undo = this.chat.presses("gallery:undo:" + only);

		assertThat(this.chat.awaitToast(undo)).contains("Too late");
		assertThat(wordsKept(only)).isEmpty();
	}

	@Test
	void aGenerationHeardAgainAfterDeletingBringsNothingBack() {
		GenerationCompleted event = generated().event(2);
		List<UUID> set = made(event);
		this.chat.presses("gallery:favourite:" + set.getFirst());
		this.chat.awaitCard(GALLERY, "one of your favourites");
		this.chat.presses("gallery:delete-yes:" + set.getLast());
		this.chat.awaitCard(GALLERY, "Deleted");

		// a new event id: the inbox cannot know it
		WIRE.publish(Topic.GENERATION_EVENTS, this.chat.chatId(), event);
		UUID later = made(generated().later(5));
		this.chat.presses("gallery:older:" + later);

		Card card = this.chat.awaitCard(GALLERY, "2 of 2");
		assertThat(card.text().text()).contains("one of your favourites");
	}

	@Test
	void anotherPersonsPictureIsAnsweredLikeOneThatNeverWas() {
		UUID foreign = made(Generated.of(this.chat.userId() + 500_000_000_000L));
		for (String verb : List.of("image", "older", "newer", "favourite", "prompt", "delete", "delete-yes", "undo")) {
			String press = this.chat.presses("gallery:" + verb + ":" + foreign);
			assertThat(this.chat.awaitToast(press)).as(verb).contains("not in your gallery");
		}

		this.chat.awaitCard(GALLERY, "still empty");
		assertThat(untouched(foreign)).isTrue();
		assertThat(this.chat.replies().toString()).doesNotContain(foreign.toString());
	}

	@Test
	void aButtonNobodyKnowsIsAnsweredWithTheGalleryAsItIs() {
		made(generated());

		String press = this.chat.presses("gallery:paint:42");

		assertThat(this.chat.awaitToast(press)).contains("out of date");
		this.chat.awaitCard(GALLERY, "1 of 1");
	}

	@Test
	void whateverIsOutOfDateIsAnsweredInWordsAndWithTheGalleryAsItIs() {
		UUID there = made(generated());
		UUID gone = made(generated().later(1));
		this.chat.presses("gallery:delete-yes:" + gone);
		this.chat.awaitCard(GALLERY, "Deleted");

		List.of("gallery:", "gallery:image", "gallery:image:17", "gallery:rate:" + there, "gallery:image:" + gone,
				"gallery:favourite:" + gone, "gallery:prompt:" + gone + ":2", "gallery:delete:" + gone,
				"gallery:delete-yes:" + gone, "gallery:image:" + UUID.randomUUID(), "gallery:undo:" + there)
			.forEach((action) -> assertThat(this.chat.pressesInVain(action).text().text()).as(action)
				.contains("1 of 1"));

		this.chat.presses("gallery:image:" + there);
		assertThat(this.chat.awaitCard(GALLERY, "1 of 1").text().text()).doesNotContain("favourites");
	}

	@Test
	void everyButtonOfTheGalleryLeadsSomewhere() {
		UUID only = made(generated());
		UUID other = made(generated().later(1));
		List<String> ways = List.of("gallery:open", "gallery:page:" + only, "gallery:prompt:" + only,
				"gallery:delete:" + only, "gallery:delete-yes:" + other, "gallery:undo:" + other);
		ways.forEach(this.chat::presses);
		Awaitility.await().until(() -> this.chat.replies(Reply.ShowCard.class).size() == ways.size());

		List<String> shown = this.chat.replies(Reply.ShowCard.class)
			.stream()
			.flatMap((show) -> actions(show.content()).stream())
			.distinct()
			.toList();

		assertThat(shown).contains("gallery:undo:" + other)
			.allMatch((action) -> action.matches("menu:main|generation:menu|training:avatars"
					+ "|gallery:(image|page|older|newer|favourite|prompt|delete|delete-yes|undo):[0-9a-f-]{36}"));
	}

	@Test
	void aMissingFileIsSaidAndEveryButtonStaysInPlace() throws IOException {
		GenerationCompleted event = generated().event(1);
		UUID only = made(event).getFirst();
		Files.delete(file(event.images().getFirst().file()));

		this.chat.presses("gallery:open");

		Card card = this.chat.awaitCard(GALLERY, "cannot be found right now");
		assertThat(card.picture()).isNull();
		assertThat(actions(card)).containsExactly("gallery:favourite:" + only, "gallery:prompt:" + only,
				"gallery:delete:" + only, "generation:menu", "menu:main");
	}

	@Test
	void aRenamedAvatarIsCalledByItsNewNameEvenOnPicturesThatComeLater() {
		UUID avatar = UUID.randomUUID();
		UUID before = made(generated().avatar(avatar, "Anna"));
		WIRE.publish(Topic.TRAINING_EVENTS, this.chat.chatId(),
				new AvatarRenamed(avatar, this.chat.chatId(), this.chat.userId(), "Annabel"));
		Awaitility.await().untilAsserted(() -> {
			this.chat.presses("gallery:image:" + before);
			assertThat(this.chat.shown(GALLERY)).isNotNull();
			assertThat(shown().text().text()).contains("Annabel");
		});

		UUID after = made(generated().avatar(avatar, "Anna").later(1));
		this.chat.presses("gallery:image:" + after);

		assertThat(this.chat.awaitCard(GALLERY, "1 of 2").text().text()).contains("Annabel");
	}

	@Test
	void everyRecordIsAccountedFor() {
		made(generated());
		this.chat.commands("gallery");
		this.chat.awaitCard(GALLERY, "1 of 1");

		Awaitility.await()
			.untilAsserted(() -> assertThat(List.of("gallery/chat.gallery", "gallery/generation.events"))
				.allSatisfy((consumer) -> assertThat(this.counters.get(consumer, Outcome.RECEIVED)).isPositive()
					.isEqualTo(this.counters.get(consumer, Outcome.HANDLED)
							+ this.counters.get(consumer, Outcome.DUPLICATE)
							+ this.counters.get(consumer, Outcome.UNRECOGNIZED)
							+ this.counters.get(consumer, Outcome.PARKED))));
	}

	@Test
	void theGallerySpeaksRussianAndCountsOnThePersonsClock() {
		UUID only = made(generated());
		Origin moscow = new Origin(this.chat.chatId(), this.chat.userId(), "ru", "Europe/Moscow", 1L);

		WIRE.publish(Topic.CHAT_GALLERY, this.chat.chatId(),
				new ButtonPressed(moscow, "gallery:image:" + only, "press"));

		Card card = this.chat.awaitCard(GALLERY, "1 из 1");
		assertThat(card.text().text()).contains("20 нояб. 2026, 15:00").contains("без аватара");
		assertThat(card.keyboard().getFirst().getFirst().label()).isEqualTo("🤍 В избранное");
	}

	private Generated generated() {
		return Generated.of(this.chat.userId());
	}

	private Card shown() {
		Card card = this.chat.shown(GALLERY);
		assertThat(card).isNotNull();
		return card;
	}

	private static MediaRef picture(Card card) {
		assertThat(card.picture()).isNotNull();
		return card.picture();
	}

	private static List<String> actions(Card card) {
		return card.keyboard().stream().flatMap(List::stream).map(Button::action).toList();
	}

	/** What stands on a page to be copied, without the parameters. */
	private static String code(Card page) {
		return page.text()
			.spans()
			.stream()
			.filter((span) -> span.style() == RichText.Style.CODE)
			.findFirst()
			.orElseThrow()
			.text();
	}

	private void letTheUndoWindowPass(UUID imageId) {
		this.database.sql("update images set deleted_at = deleted_at - interval '11 minutes' where image_id = ?")
			.param(imageId)
			.update();
		this.schedule.at(this.purgeImage.instance(imageId.toString()), Instant.now());
	}

	private int purgesWaiting(UUID imageId) {
		return this.database.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(imageId.toString())
			.query(Integer.class)
			.single();
	}

	private String wordsKept(UUID imageId) {
		return this.database.sql("select prompt || final_prompt from images where image_id = ?")
			.param(imageId)
			.query(String.class)
			.single();
	}

	private boolean untouched(UUID imageId) {
		return this.database.sql("select not favourite and deleted_at is null from images where image_id = ?")
			.param(imageId)
			.query(Boolean.class)
			.single();
	}

}
