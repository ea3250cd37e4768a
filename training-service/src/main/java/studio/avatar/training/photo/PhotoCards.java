package studio.avatar.training.photo;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.training.avatar.Avatar;

/**
 * The screen of the photo step: how many there are, what was found last, what would help.
 */
@Component
class PhotoCards {

	/** More refusals than fit into one message are counted instead. */
	private static final int MOST_TOLD = 10;

	private final Language language;

	private final PhotoShelf shelf;

	private final PhotoSettings settings;

	PhotoCards(Language language, PhotoShelf shelf, PhotoSettings settings) {
		this.language = language;
		this.shelf = shelf;
		this.settings = settings;
	}

	/**
	 * The screen as it stands.
	 * @param sitting photos whose verdicts are told, oldest first; possibly none
	 */
	Card step(String locale, Avatar draft, List<Photo> sitting) {
		Words words = this.language.of(locale);
		int count = this.shelf.count(draft.id());
		RichText text = words.rich("photos.step", "name", draft.givenName())
			.append(RichText.of("\n\n"))
			.append(words.rich((count < this.settings.least()) ? "photos.count.few" : "photos.count.enough", "count",
					count, "least", this.settings.least(), "most", this.settings.most()))
			.append(RichText.of("\n\n"))
			.append(words.rich("photos.wanted", "side", this.settings.shorterSide()))
			.append(verdicts(words, sitting))
			.append(RichText.of("\n\n"))
			.append(advice(words, count));
		Card card = Card.of(text);
		if (count >= this.settings.least()) {
			card = card.row(words.button("photos.check", "training:check:" + draft.id()));
		}
		if (!draft.isDraft()) {
			return card.row(words.button("avatars.mine", "training:avatars"), words.button("menu", "menu:main"));
		}
		return card
			.row(words.button("draft.change-name", "training:name:" + draft.id()),
					words.button("draft.back-to-gender", "training:gender:" + draft.id()))
			.row(words.button("draft.discard", "training:discard:" + draft.id()), words.button("menu", "menu:main"));
	}

	/** Other photos mean that these are deleted. */
	Card askAnew(Talk talk, Avatar avatar) {
		Words words = this.language.of(talk);
		return Card
			.of(words.rich("photos.anew.ask", "name", avatar.givenName(), "photos", this.shelf.count(avatar.id())))
			.row(words.button("photos.anew.yes", "training:anew-yes:" + avatar.id()))
			.row(words.button("photos.anew.no", "training:avatar:" + avatar.id()));
	}

	private RichText verdicts(Words words, List<Photo> sitting) {
		if (sitting.isEmpty()) {
			return RichText.empty();
		}
		RichText text = RichText.of("\n\n")
			.append(words.rich("photos.sitting", "sent", sitting.size(), "accepted",
					count(sitting, Photo.Status.ACCEPTED), "waiting", count(sitting, Photo.Status.RECEIVED)));
		List<Photo> refused = sitting.stream().filter((photo) -> photo.status() == Photo.Status.REFUSED).toList();
		for (Photo photo : refused.subList(0, Math.min(MOST_TOLD, refused.size()))) {
			text = text.line().append(refusal(words, photo, Objects.requireNonNull(photo.fault())));
		}
		return (refused.size() <= MOST_TOLD) ? text
				: text.line().append(words.rich("photos.more-refused", "count", refused.size() - MOST_TOLD));
	}

	private RichText refusal(Words words, Photo photo, PhotoFault fault) {
		return words.rich("photos.fault." + fault, "photo", label(words, photo), "width", orNothing(photo.width()),
				"height", orNothing(photo.height()), "same", orNothing(photo.duplicateOf()), "side",
				this.settings.shorterSide(), "most", this.settings.most(), "megabytes",
				this.settings.largestFile().toMegabytes());
	}

	/** A file by its name, a photo by its place among those sent. */
	private static String label(Words words, Photo photo) {
		String name = FileLabel.of(photo.fileName());
		return name.isEmpty() ? words.text("photos.label", "position", photo.position()) : name;
	}

	private RichText advice(Words words, int count) {
		if (count < this.settings.least()) {
			return words.rich("photos.more", "missing", this.settings.least() - count);
		}
		return words.rich((count < this.settings.most()) ? "photos.enough" : "photos.full", "left",
				this.settings.most() - count);
	}

	private static long count(List<Photo> photos, Photo.Status status) {
		return photos.stream().filter((photo) -> photo.status() == status).count();
	}

	private static int orNothing(@Nullable Integer number) {
		return (number != null) ? number : 0;
	}

}
