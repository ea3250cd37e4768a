package studio.avatar.training.avatar;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;

/** How avatars look in the chat. */
@Component
class AvatarCards {

	static final String NAME = "training.avatars";

	private final Language language;

	private final PhotoAlbum photos;

	AvatarCards(Language language, PhotoAlbum photos) {
		this.language = language;
		this.photos = photos;
	}

	/** What is shown to a person without avatars. */
	Card none(Talk talk) {
		Words words = this.language.of(talk);
		return Card.of(words.rich("avatars.none"))
			.row(words.button("avatars.create", "training:new"))
			.row(words.button("menu", "menu:main"));
	}

	/** One avatar among the person's. */
	Card one(Talk talk, List<Avatar> all, int index) {
		Words words = this.language.of(talk);
		Avatar avatar = all.get(index);
		Card card = Card.of(text(words, talk.zone(), avatar, index + 1, all.size()));
		for (List<Button> row : ofStatus(words, avatar)) {
			card = card.row(row);
		}
		card = card.row(neighbours(words, all, index)).row(lastRow(words, all));
		return this.photos.preview(avatar.id()).map(card::picture).orElse(card);
	}

	private RichText text(Words words, ZoneId zone, Avatar avatar, int position, int total) {
		return words.rich("avatars.one", "position", position, "total", total, "name", name(words, avatar), "main",
				avatar.isMain() ? "yes" : "no", "gender", (avatar.gender() != null) ? avatar.gender().name() : "NONE",
				"status", words.text("status." + avatar.status()), "photos", this.photos.count(avatar.id()), "created",
				DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
					.withLocale(Locale.forLanguageTag(words.locale()))
					.format(avatar.createdAt().atZone(zone)));
	}

	private static String name(Words words, Avatar avatar) {
		return (avatar.name() != null) ? avatar.name() : words.text("avatars.unnamed");
	}

	private static List<List<Button>> ofStatus(Words words, Avatar avatar) {
		String id = avatar.id().toString();
		return switch (avatar.status()) {
			case DRAFT -> List.of(List.of(words.button("avatars.continue", "training:resume:" + id)),
					List.of(words.button("draft.discard", "training:discard:" + id)));
			case TRAINING -> List.of(List.of(words.button("avatars.progress", "training:run:" + avatar.runId())));
			case NOT_TRAINED -> List.of(List.of(words.button("avatars.train", "training:check:" + id)));
			case READY -> ready(words, avatar, id);
			case DISCARDED -> List.of();
		};
	}

	private static List<List<Button>> ready(Words words, Avatar avatar, String id) {
		List<Button> generate = List.of(words.button("avatars.generate", "generation:with:" + id));
		return avatar.isMain() ? List.of(generate)
				: List.of(generate, List.of(words.button("avatars.make-main", "training:main:" + id)));
	}

	private static List<Button> neighbours(Words words, List<Avatar> all, int index) {
		List<Button> row = new ArrayList<>();
		if (index > 0) {
			row.add(words.button("avatars.previous", "training:avatar:" + all.get(index - 1).id()));
		}
		if (index < all.size() - 1) {
			row.add(words.button("avatars.next", "training:avatar:" + all.get(index + 1).id()));
		}
		return row;
	}

	/** A new one is offered only when there is no draft: there can be but one. */
	private static List<Button> lastRow(Words words, List<Avatar> all) {
		Button menu = words.button("menu", "menu:main");
		return all.stream().anyMatch(Avatar::isDraft) ? List.of(menu)
				: List.of(words.button("avatars.create", "training:new"), menu);
	}

}
