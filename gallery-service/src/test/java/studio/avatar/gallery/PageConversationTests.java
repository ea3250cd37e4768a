package studio.avatar.gallery;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Sheet;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.testkit.ServiceChat;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person sees of many pictures at once. */
class PageConversationTests extends GalleryUnderTest {

	private static final String GALLERY = "gallery";

	private final ServiceChat chat = ServiceChat.fresh(WIRE, Topic.CHAT_GALLERY);

	@Test
	void ninePicturesAreSeenAtOnceAndEachOpensByItsNumber() {
		List<UUID> newestFirst = IntStream.range(0, 11).mapToObj((i) -> made(generated().later(i))).toList().reversed();
		this.chat.presses("gallery:open");

		this.chat.presses(this.chat.awaitCard(GALLERY, "1 of 11"), "Overview");
		Card page = this.chat.awaitCard(GALLERY, "1–9 of 11");
		this.chat.presses(page, "Older");
		Card rest = this.chat.awaitCard(GALLERY, "10–11 of 11");
		this.chat.presses(rest, "Newer");
		this.chat.presses(this.chat.awaitCard(GALLERY, "1–9 of 11"), "9");

		assertThat(picture(this.chat.awaitCard(GALLERY, "🖼 9 of 11"))).contains(newestFirst.get(8).toString());
		assertThat(sheet(page).pictures()).extracting(MediaRef::key)
			.allSatisfy((key) -> assertThat(newestFirst.subList(0, 9)).anyMatch((id) -> key.contains(id.toString())));
		assertThat(actions(rest)).containsExactly("gallery:image:" + newestFirst.get(9),
				"gallery:image:" + newestFirst.get(10), "gallery:page:" + newestFirst.getFirst(),
				"gallery:image:" + newestFirst.get(9), "menu:main");
	}

	@Test
	void aPageGoesOnBehindAPictureThatWasDeleted() {
		UUID oldest = made(generated());
		UUID middle = made(generated().later(1));
		UUID newest = made(generated().later(2));
		this.chat.presses("gallery:delete-yes:" + middle);
		this.chat.awaitCard(GALLERY, "Deleted");

		this.chat.presses("gallery:page:" + middle);

		assertThat(actions(this.chat.awaitCard(GALLERY, "2–2 of 2"))).contains("gallery:image:" + oldest,
				"gallery:page:" + newest);
	}

	@Test
	void aPageOfSomebodyElsesPicturesIsNotShown() {
		UUID own = made(generated());
		UUID foreign = made(Generated.of(this.chat.userId() + 500_000_000_000L));

		String press = this.chat.presses("gallery:page:" + foreign);

		assertThat(this.chat.awaitToast(press)).isEqualTo("That picture is not in your gallery any more");
		assertThat(picture(this.chat.awaitCard(GALLERY, "1 of 1"))).contains(own.toString());
	}

	private Generated generated() {
		return Generated.of(this.chat.userId());
	}

	private static String picture(Card card) {
		assertThat(card.picture()).isNotNull();
		return card.picture().key();
	}

	private static Sheet sheet(Card card) {
		assertThat(card.sheet()).isNotNull();
		return card.sheet();
	}

	private static List<String> actions(Card card) {
		return card.keyboard().stream().flatMap(List::stream).map(Button::action).toList();
	}

}
