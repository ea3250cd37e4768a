package studio.avatar.common.contract;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What a service wants a chat to see. Topic {@code chat.replies}. The gateway alone
 * decides how: edit, send or replace.
 *
 * <p>
 * {@code card} names a screen within the chat, such as {@code training.run.<id>}: the
 * gateway remembers which message shows it, so that a later {@link UpdateCard} finds it
 * after any restart.
 */
public sealed interface Reply {

	/**
	 * Show a screen.
	 *
	 * @param card name of the screen within the chat
	 * @param replaces the message to turn into it (usually the one whose button was
	 * pressed); absent: a new message
	 * @param content what it shows
	 * @param expects what the next text or photo means from now on; absent: nothing
	 * changes
	 */
	@JsonTypeName("reply.show-card")
	record ShowCard(long chatId, String card, @Nullable Long replaces, Card content,
			@Nullable Expectation expects) implements Reply {

		public ShowCard {
			Refuse.zero(chatId, "chatId");
			Refuse.blank(card, "card");
			Refuse.missing(content, "content");
		}
	}

	/**
	 * Bring the message that shows a card up to date; when it is gone, a new one is sent
	 * unless this is progress.
	 *
	 * @param progress only the newest counts: an older one still waiting may be left out,
	 * a lost one is not sent anew
	 */
	@JsonTypeName("reply.update-card")
	record UpdateCard(long chatId, String card, Card content, boolean progress) implements Reply {

		public UpdateCard {
			Refuse.zero(chatId, "chatId");
			Refuse.blank(card, "card");
			Refuse.missing(content, "content");
		}
	}

	/** Take the message that shows a card away; nothing happens when there is none. */
	@JsonTypeName("reply.remove-card")
	record RemoveCard(long chatId, String card) implements Reply {

		public RemoveCard {
			Refuse.zero(chatId, "chatId");
			Refuse.blank(card, "card");
		}
	}

	/**
	 * Answer a pressed button with words at the edge of the screen.
	 *
	 * @param pressId {@link ChatEvent.ButtonPressed#pressId()}
	 * @param text 1 to 200 characters (Telegram's limit)
	 * @param alert shown as a box that must be closed
	 */
	@JsonTypeName("reply.show-toast")
	record ShowToast(long chatId, String pressId, String text, boolean alert) implements Reply {

		/** Telegram's limit, in characters. */
		public static final int LONGEST_TEXT = 200;

		public ShowToast {
			Refuse.zero(chatId, "chatId");
			Refuse.blank(pressId, "pressId");
			Refuse.blank(text, "text");
			Refuse.outside(text.length(), 1, LONGEST_TEXT, "length of text");
		}
	}

	/**
	 * Send pictures that stay: one photo, or an album of up to ten followed by a card
	 * with the buttons (an album cannot have any). One picture carries the card's text
	 * and buttons itself.
	 *
	 * @param card name of the screen that carries the buttons
	 * @param pictures 1 to 10 images
	 * @param content text and buttons; its own picture is not used
	 */
	@JsonTypeName("reply.show-pictures")
	record ShowPictures(long chatId, String card, List<MediaRef> pictures, Card content) implements Reply {

		public ShowPictures {
			Refuse.zero(chatId, "chatId");
			Refuse.blank(card, "card");
			Refuse.empty(pictures, "pictures");
			Refuse.outside(pictures.size(), 1, 10, "number of pictures");
			pictures = List.copyOf(pictures);
			Refuse.missing(content, "content");
		}
	}

	/**
	 * Send a file as a document, unchanged.
	 *
	 * @param fileName as the person will find it, with its ending
	 */
	@JsonTypeName("reply.send-file")
	record SendFile(long chatId, MediaRef file, String fileName, RichText caption) implements Reply {

		public SendFile {
			Refuse.zero(chatId, "chatId");
			Refuse.missing(file, "file");
			Refuse.blank(fileName, "fileName");
			Refuse.missing(caption, "caption");
		}
	}

	/** Show "typing" or "sending a photo" for some seconds. */
	@JsonTypeName("reply.show-activity")
	record ShowActivity(long chatId, Activity activity) implements Reply {

		public ShowActivity {
			Refuse.zero(chatId, "chatId");
			Refuse.missing(activity, "activity");
		}
	}

	/** Telegram's chat actions that the bot uses. */
	enum Activity {

		TYPING, UPLOADING_PHOTO

	}

	/** A reply of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements Reply {
	}

}
