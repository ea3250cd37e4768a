package studio.avatar.gallery.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Place;

/** How one picture looks in the gallery, and a gallery without pictures. */
@Component
class ImageCard {

	private final Texts texts;

	ImageCard(Texts texts) {
		this.texts = texts;
	}

	Card of(ShownImage shown, Viewer viewer) {
		Image image = shown.image();
		Card card = Card.of(words(shown, viewer))
			.row(neighbours(image.id(), shown.place(), viewer.language()))
			.row(button(viewer, image.favourite() ? "unlike" : "like", "favourite", image.id()),
					button(viewer, "prompt", "prompt", image.id()), button(viewer, "delete", "delete", image.id()))
			.row(leave(viewer.language()));
		return shown.fileThere() ? card.picture(image.file()) : card;
	}

	Card empty(Viewer viewer) {
		String language = viewer.language();
		return Card.of(this.texts.rich(language, "gallery.empty"))
			.row(new Button(this.texts.get(language, "button.create"), "generation:menu"),
					new Button(this.texts.get(language, "button.avatars"), "training:avatars"))
			.row(new Button(this.texts.get(language, "button.menu"), "menu:main"));
	}

	private RichText words(ShownImage shown, Viewer viewer) {
		Image image = shown.image();
		Place place = shown.place();
		String language = viewer.language();
		RichText words = this.texts.rich(language, "gallery.place", "number", place.number(), "of", place.of())
			.line()
			.append(avatar(image, language))
			.line()
			.append(this.texts.rich(language, "gallery.made", "ratio", image.ratio().label(), "when",
					viewer.dayAndTime(image.createdAt())));
		if (image.favourite()) {
			words = words.line().append(this.texts.rich(language, "gallery.favourite"));
		}
		return shown.fileThere() ? words : words.line().line().append(this.texts.rich(language, "gallery.no-file"));
	}

	private RichText avatar(Image image, String language) {
		String name = image.avatarName();
		return (name != null) ? this.texts.rich(language, "gallery.avatar", "name", name)
				: this.texts.rich(language, "gallery.no-avatar");
	}

	/** No button where there is nothing newer or older. */
	private List<Button> neighbours(UUID id, Place place, String language) {
		List<Button> row = new ArrayList<>();
		if (place.hasNewer()) {
			row.add(new Button(this.texts.get(language, "button.newer"), "gallery:newer:" + id));
		}
		if (place.hasOlder()) {
			row.add(new Button(this.texts.get(language, "button.older"), "gallery:older:" + id));
		}
		return row;
	}

	private Button button(Viewer viewer, String label, String verb, UUID id) {
		return new Button(this.texts.get(viewer.language(), "button." + label), "gallery:" + verb + ":" + id);
	}

	private List<Button> leave(String language) {
		return List.of(new Button(this.texts.get(language, "button.create"), "generation:menu"),
				new Button(this.texts.get(language, "button.menu"), "menu:main"));
	}

}
