package studio.avatar.gateway.telegram;

import java.util.List;
import java.util.Locale;

/**
 * Why Telegram said no, as far as it makes a difference here. The Bot API has codes for
 * few of them, so the words count.
 */
public enum Refusal {

	/** Too many messages; wait. */
	FLOOD,

	/** Whoever is in the chat does not want to hear from the bot, or is gone. */
	BLOCKED,

	/** The group became a supergroup, which is another chat. */
	MOVED,

	/** What was to be shown is shown already. */
	NOT_MODIFIED,

	/** The message is gone or cannot be edited or deleted any more. */
	MESSAGE_GONE,

	/** The press is answered already or too old. */
	PRESS_TOO_OLD,

	/** The file id is not valid for this bot. */
	FILE_ID,

	/** The file itself is not taken, as what it was sent. */
	FILE,

	/** The file is beyond what bots may download. */
	FILE_TOO_BIG,

	/** Another poller, or a webhook, takes the updates. */
	CONFLICT,

	/** The token is wrong. */
	UNAUTHORIZED,

	/** Anything else: this call will not work, however often it is repeated. */
	OTHER;

	/** A chat the bot may not speak in, said with 400. */
	private static final List<String> CLOSED = List.of("chat not found", "user is deactivated",
			"group chat was deactivated", "no rights to send a message", "not enough rights to send",
			"need administrator rights", "chat_write_forbidden", "peer_id_invalid");

	private static final List<String> ABOUT_THE_FILE = List.of("photo_", "image_", "media_", "file_", "wrong file",
			"wrong type", "failed to get", "can't use file", "file must be non-empty");

	/** Not what comes of a person's pressing twice or deleting a message. */
	boolean isTrouble() {
		return this != NOT_MODIFIED && this != MESSAGE_GONE && this != PRESS_TOO_OLD && this != MOVED;
	}

	static Refusal of(int code, String description) {
		String words = description.toLowerCase(Locale.ROOT);
		return switch (code) {
			case 429 -> FLOOD;
			case 403 -> BLOCKED;
			case 401, 404 -> UNAUTHORIZED;
			case 409 -> CONFLICT;
			case 413 -> FILE;
			default -> ofWords(words);
		};
	}

	private static Refusal ofWords(String words) {
		if (words.contains("message is not modified")) {
			return NOT_MODIFIED;
		}
		if (words.contains("message to edit not found") || words.contains("message can't be edited")
				|| words.contains("message to delete not found") || words.contains("message can't be deleted")
				|| words.contains("message_id_invalid") || words.contains("no text in the message to edit")
				|| words.contains("no caption in the message to edit")) {
			return MESSAGE_GONE;
		}
		if (words.contains("query is too old") || words.contains("query id is invalid")) {
			return PRESS_TOO_OLD;
		}
		if (words.contains("wrong file identifier") || words.contains("wrong remote file id")
				|| words.contains("file_id") || words.contains("wrong file_id")) {
			return FILE_ID;
		}
		if (words.contains("file is too big")) {
			return FILE_TOO_BIG;
		}
		if (words.contains("upgraded to a supergroup")) {
			return MOVED;
		}
		if (CLOSED.stream().anyMatch(words::contains)) {
			return BLOCKED;
		}
		return ABOUT_THE_FILE.stream().anyMatch(words::contains) ? FILE : OTHER;
	}

}
