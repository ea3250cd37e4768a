package studio.avatar.gateway.update;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.pengrad.telegrambot.model.Audio;
import com.pengrad.telegrambot.model.Document;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.model.Video;
import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.Incoming.SentFile;
import studio.avatar.gateway.routing.Incoming.Unread;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a message in a private chat holds. */
final class MessageReading {

	private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(.*))?",
			Pattern.DOTALL);

	/** What Telegram writes into a chat by itself; what is new to us counts as said. */
	private static final Set<String> SERVICE = Set.of("new_chat_members", "left_chat_member", "chat_owner_left",
			"chat_owner_changed", "new_chat_title", "new_chat_photo", "delete_chat_photo", "group_chat_created",
			"supergroup_chat_created", "channel_chat_created", "message_auto_delete_timer_changed",
			"migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "successful_payment", "refunded_payment",
			"users_shared", "chat_shared", "gift", "unique_gift", "gift_upgrade_sent", "connected_website",
			"write_access_allowed", "passport_data", "proximity_alert_triggered", "boost_added", "chat_background_set",
			"checklist_tasks_done", "checklist_tasks_added", "direct_message_price_changed", "forum_topic_created",
			"forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden",
			"general_forum_topic_unhidden", "giveaway_created", "giveaway_completed", "managed_bot_created",
			"paid_message_price_changed", "poll_option_added", "poll_option_deleted", "suggested_post_approved",
			"suggested_post_approval_failed", "suggested_post_declined", "suggested_post_paid",
			"suggested_post_refunded", "video_chat_scheduled", "video_chat_started", "video_chat_ended",
			"video_chat_participants_invited", "web_app_data");

	private MessageReading() {
	}

	/**
	 * Reads it; nothing when Telegram itself said it.
	 * @param body the whole update
	 */
	static @Nullable Incoming of(Message message, String body) {
		Long id = message.messageId().longValue();
		if (message.text() != null) {
			return ofText(id, keepable(message.text()));
		}
		SentFile file = fileOf(message);
		return (file != null)
				? new Incoming.Photo(id, file, keepable(Objects.requireNonNullElse(message.caption(), "")),
						message.mediaGroupId())
				: ofAnythingElse(id, JsonMapper.shared().readTree(body).path("message"));
	}

	/** PostgreSQL cannot keep a NUL. */
	private static String keepable(String words) {
		return words.replace("\0", "");
	}

	private static Incoming ofText(Long id, String text) {
		Matcher command = COMMAND.matcher(text.strip());
		return command.matches() ? new Incoming.Command(id, command.group(1).toLowerCase(Locale.ROOT),
				Objects.requireNonNullElse(command.group(2), "").strip()) : new Incoming.Text(id, text);
	}

	/**
	 * Whatever is part of an album is one of its files, so that the album is answered as
	 * one. An animation looks like a document, too.
	 */
	private static @Nullable SentFile fileOf(Message message) {
		boolean inAlbum = message.mediaGroupId() != null;
		if (message.photo() != null && message.photo().length > 0) {
			return largest(message.photo());
		}
		if (message.document() != null && message.animation() == null) {
			return file(message.document());
		}
		if (inAlbum && message.video() != null) {
			return file(message.video());
		}
		return (inAlbum && message.audio() != null) ? file(message.audio()) : null;
	}

	private static SentFile largest(PhotoSize[] sizes) {
		PhotoSize largest = Arrays.stream(sizes)
			.max(Comparator.comparingLong((size) -> (long) size.width() * size.height()))
			.orElseThrow();
		return new SentFile(largest.fileId(), largest.fileUniqueId(), null, "image/jpeg", orZero(largest.fileSize()));
	}

	private static SentFile file(Document document) {
		return new SentFile(document.fileId(), document.fileUniqueId(), document.fileName(), document.mimeType(),
				orZero(document.fileSize()));
	}

	private static SentFile file(Video video) {
		return new SentFile(video.fileId(), video.fileUniqueId(), video.fileName(), "video/mp4",
				orZero(video.fileSize()));
	}

	private static SentFile file(Audio audio) {
		return new SentFile(audio.fileId(), audio.fileUniqueId(), audio.fileName(), "audio/mpeg",
				orZero(audio.fileSize()));
	}

	private static @Nullable Incoming ofAnythingElse(Long id, JsonNode message) {
		boolean said = message.propertyNames().stream().noneMatch(SERVICE::contains);
		return said ? new Incoming.Unsupported(id, kindOf(message)) : null;
	}

	private static Unread kindOf(JsonNode message) {
		return Arrays.stream(Unread.values())
			.filter((kind) -> message.has(kind.name().toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElse(Unread.OTHER);
	}

	private static long orZero(@Nullable Long bytes) {
		return (bytes != null) ? bytes : 0;
	}

}
