package studio.avatar.gallery.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Sheet;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.ImagePage;

/** How nine pictures look at once: a sheet, and a button for each with its number. */
@Component
class PageCard {

	private static final int BUTTONS_IN_A_ROW = 3;

	private final Language language;

	PageCard(Language language) {
		this.language = language;
	}

	Card of(ImagePage page, Talk talk) {
		Words words = this.language.of(talk);
		Card card = Card
			.of(words.rich("gallery.page", "from", page.first().number(), "to", page.last(), "of", page.first().of()))
			.sheet(new Sheet(page.images().stream().map(Image::file).toList(), 1));
		for (int i = 0; i < page.images().size(); i += BUTTONS_IN_A_ROW) {
			card = card.row(numbers(page.images(), i));
		}
		return card.row(turns(page, words))
			.row(words.button("button.back-to-picture", "gallery:image:" + page.images().getFirst().id()),
					words.button("button.menu", "menu:main"));
	}

	private static List<Button> numbers(List<Image> images, int from) {
		return IntStream.range(from, Math.min(from + BUTTONS_IN_A_ROW, images.size()))
			.mapToObj((i) -> new Button(String.valueOf(i + 1), "gallery:image:" + images.get(i).id()))
			.toList();
	}

	private static List<Button> turns(ImagePage page, Words words) {
		List<Button> row = new ArrayList<>();
		if (page.newer() != null) {
			row.add(words.button("button.newer", "gallery:page:" + page.newer().id()));
		}
		if (page.older() != null) {
			row.add(words.button("button.older", "gallery:page:" + page.older().id()));
		}
		return row;
	}

}
