package studio.avatar.common.contract;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What a person did in a chat, as the gateway tells the domain that owns it. Topics
 * {@code chat.*}.
 */
public sealed interface ChatEvent {

	/**
	 * A command, or a menu entry that stands for one.
	 *
	 * @param command without slash, lower case, such as {@code create}
	 * @param arguments what stood behind it, possibly empty
	 */
	@JsonTypeName("chat.command-issued")
	record CommandIssued(Origin origin, String command, String arguments) implements ChatEvent {

		public CommandIssued {
			Refuse.missing(origin, "origin");
			Refuse.blank(command, "command");
			Refuse.missing(arguments, "arguments");
		}
	}

	/**
	 * An inline button was pressed; {@link Origin#messageId()} is the card it stood
	 * under.
	 *
	 * @param action the button's whole action, {@code training:start:…}
	 * @param pressId Telegram {@code CallbackQuery.id}: a toast answers it
	 */
	@JsonTypeName("chat.button-pressed")
	record ButtonPressed(Origin origin, String action, String pressId) implements ChatEvent {

		public ButtonPressed {
			Refuse.missing(origin, "origin");
			Refuse.blank(action, "action");
			Refuse.blank(pressId, "pressId");
		}

		/**
		 * Part {@code index} of the action, counted from the domain: 1 is the verb, 2
		 * usually an id; else empty.
		 */
		public String part(int index) {
			String[] parts = this.action.split(":");
			return (index < parts.length) ? parts[index] : "";
		}
	}

	/**
	 * Free text that a domain had asked for.
	 *
	 * @param expectation name of the {@link Expectation} it answers
	 */
	@JsonTypeName("chat.text-entered")
	record TextEntered(Origin origin, String expectation, String text) implements ChatEvent {

		public TextEntered {
			Refuse.missing(origin, "origin");
			Refuse.blank(expectation, "expectation");
			Refuse.missing(text, "text");
		}
	}

	/**
	 * Photos that a domain had asked for: one, or an album.
	 *
	 * @param expectation name of the {@link Expectation} they answer
	 * @param caption what was written under them, possibly empty
	 */
	@JsonTypeName("chat.photos-sent")
	record PhotosSent(Origin origin, String expectation, List<SentPhoto> photos, String caption) implements ChatEvent {

		public PhotosSent {
			Refuse.missing(origin, "origin");
			Refuse.blank(expectation, "expectation");
			Refuse.empty(photos, "photos");
			Refuse.missing(caption, "caption");
			photos = List.copyOf(photos);
		}
	}

	/**
	 * One photo of {@link PhotosSent}: either its file was taken into the media store, or
	 * the reason why not.
	 *
	 * @param uniqueId Telegram {@code file_unique_id}: equal for the same file sent again
	 * @param fileName as the person named it; absent for photos sent as photos
	 * @param file the bytes as they came, unchecked beyond their size; absent when
	 * {@code refused}
	 * @param refused why the gateway could not take it; absent when {@code file} is there
	 */
	record SentPhoto(String uniqueId, @Nullable String fileName, @Nullable MediaRef file, @Nullable Refusal refused) {

		public SentPhoto {
			Refuse.blank(uniqueId, "uniqueId");
			if ((file == null) == (refused == null)) {
				throw new IllegalArgumentException("a sent photo has either a file or a refusal");
			}
		}

		/**
		 * Why a file did not come in: over Telegram's 20 MB download limit, Telegram
		 * could not deliver it, or it says of itself that it is no picture.
		 */
		public enum Refusal {

			TOO_LARGE, NOT_DELIVERED, NO_PICTURE

		}
	}

	/** An event of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements ChatEvent {
	}

}
