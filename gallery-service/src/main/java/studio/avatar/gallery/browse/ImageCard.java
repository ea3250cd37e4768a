package studio.avatar.gallery.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Place;

/** How one picture looks in the gallery, and a gallery without pictures. */
@Component
class ImageCard {

	private final Language language;

	ImageCard(Language language) {
		this.language = language;
	}

	Card of(ShownImage shown, Talk talk) {
		Words words = this.language.of(talk);
		Image image = shown.image();
		UUID id = image.id();
		Card card = Card.of(text(shown, talk, words))
			.row(neighbours(id, shown.place(), words))
			.row(words.button(image.favourite() ? "button.unlike" : "button.like", "gallery:favourite:" + id),
					words.button("button.prompt", "gallery:prompt:" + id),
					words.button("button.delete", "gallery:delete:" + id))
			.row(create(words), menu(words));
		return shown.fileThere() ? card.picture(image.file()) : card;
	}

	Card empty(Talk talk) {
		Words words = this.language.of(talk);
		return Card.of(words.rich("gallery.empty"))
			.row(create(words), words.button("button.avatars", "training:avatars"))
			.row(menu(words));
	}

	private static RichText text(ShownImage shown, Talk talk, Words words) {
		Image image = shown.image();
		RichText text = words.rich("gallery.place", "number", shown.place().number(), "of", shown.place().of())
			.line()
			.append(avatar(image, words))
			.line()
			.append(words.rich("gallery.made", "ratio", image.ratio().label(), "when",
					PersonsClock.dayAndTime(talk, image.createdAt())));
		if (image.favourite()) {
			text = text.line().append(words.rich("gallery.favourite"));
		}
		return shown.fileThere() ? text : text.line().line().append(words.rich("gallery.no-file"));
	}

	private static RichText avatar(Image image, Words words) {
		String name = image.avatarName();
		return (name != null) ? words.rich("gallery.avatar", "name", name) : words.rich("gallery.no-avatar");
	}

	/** No button where there is nothing newer, older or besides. */
	private static List<Button> neighbours(UUID id, Place place, Words words) {
		List<Button> row = new ArrayList<>();
		if (place.hasNewer()) {
			row.add(words.button("button.newer", "gallery:newer:" + id));
		}
		if (place.of() > 1) {
			row.add(words.button("button.page", "gallery:page:" + id));
		}
		if (place.hasOlder()) {
			row.add(words.button("button.older", "gallery:older:" + id));
		}
		return row;
	}

	private static Button create(Words words) {
		return words.button("button.create", "generation:menu");
	}

	private static Button menu(Words words) {
		return words.button("button.menu", "menu:main");
	}

}
