package studio.avatar.gateway.routing;

import org.jspecify.annotations.Nullable;

/** What a person did, as far as it makes a difference to the bot. */
public sealed interface Incoming {

	/** The message it is, or stands under; absent when there is none. */
	@Nullable Long messageId();

	/**
	 * A text that begins with a slash and a word.
	 *
	 * @param name without slash and bot name, lower case
	 * @param arguments what stood behind it, possibly empty
	 */
	record Command(@Nullable Long messageId, String name, String arguments) implements Incoming {
	}

	/** Any other text. */
	record Text(@Nullable Long messageId, String text) implements Incoming {
	}

	/** A button was pressed. */
	record Press(@Nullable Long messageId, String pressId, String action) implements Incoming {
	}

	/**
	 * A photo, or a file that may hold one.
	 *
	 * @param album Telegram {@code media_group_id}; absent for a single one
	 */
	record Photo(@Nullable Long messageId, SentFile file, String caption, @Nullable String album) implements Incoming {
	}

	/**
	 * A file as an update names it.
	 *
	 * @param bytes as Telegram says; 0 when it does not
	 */
	record SentFile(String fileId, String uniqueId, @Nullable String fileName, @Nullable String contentType,
			long bytes) {

		/**
		 * Unless it says itself that it is something else; what it really is, its bytes
		 * tell.
		 */
		public boolean mayBePicture() {
			return this.contentType == null || this.contentType.isBlank() || this.contentType.startsWith("image/")
					|| this.contentType.equals("application/octet-stream");
		}
	}

	/** A voice message, a sticker, a location: nothing the bot understands. */
	record Unsupported(@Nullable Long messageId, Unread kind) implements Incoming {
	}

	/**
	 * What the bot makes nothing of, as Telegram calls it; a {@link SentFile} that is no
	 * picture is one, too.
	 */
	enum Unread {

		STICKER, VOICE, VIDEO, VIDEO_NOTE, ANIMATION, AUDIO, CONTACT, LOCATION, POLL, DICE, FILE, OTHER

	}

	/** A message that was there already was changed; what it says now is not read. */
	record Edited(@Nullable Long messageId) implements Incoming {
	}

	/** They stopped the bot. */
	record BotBlocked(@Nullable Long messageId) implements Incoming {
	}

	/** They let the bot speak again; nothing to answer. */
	record BotUnblocked(@Nullable Long messageId) implements Incoming {
	}

}
