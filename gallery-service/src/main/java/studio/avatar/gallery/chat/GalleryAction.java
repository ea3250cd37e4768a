package studio.avatar.gallery.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import studio.avatar.common.talk.PressedId;

/** A button of the gallery, understood. */
sealed interface GalleryAction {

	/** {@code gallery:open}. */
	record Open() implements GalleryAction {
	}

	/**
	 * {@code gallery:<verb>:<imageId>}.
	 *
	 * @param page counted from 1; says something for {@link Verb#PROMPT} only
	 */
	record OnImage(Verb verb, UUID imageId, int page) implements GalleryAction {
	}

	/** A button this version does not know, or one that was tampered with. */
	record Unknown() implements GalleryAction {
	}

	/** What can be done to one image; on buttons in lower case with hyphens. */
	enum Verb {

		IMAGE, PAGE, OLDER, NEWER, FAVOURITE, PROMPT, DELETE, DELETE_YES, UNDO;

		private static Optional<Verb> of(String word) {
			return Arrays.stream(values()).filter((verb) -> verb.word().equals(word)).findFirst();
		}

		private String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Reads a button's action; never fails. */
	static GalleryAction of(String action) {
		String[] parts = action.split(":");
		if (action.equals("gallery:open")) {
			return new Open();
		}
		if (parts.length < 3) {
			return new Unknown();
		}
		int page = (parts.length > 3) ? page(parts[3]) : 1;
		return Verb.of(parts[1])
			.flatMap((verb) -> PressedId.parse(parts[2]).<GalleryAction>map((id) -> new OnImage(verb, id, page)))
			.orElseGet(Unknown::new);
	}

	private static int page(String text) {
		return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 1;
	}

}
