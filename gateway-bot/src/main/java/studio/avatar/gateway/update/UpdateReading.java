package studio.avatar.gateway.update;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.ChatMemberUpdated;
import com.pengrad.telegrambot.model.Document;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import com.pengrad.telegrambot.utility.BotUtils;
import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;

/** Telegram's words into ours, at this one place. */
final class UpdateReading {

	/** The kinds of update the bot asks Telegram for. */
	static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

	private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(.*))?",
			Pattern.DOTALL);

	private UpdateReading() {
	}

	/**
	 * Reads one update.
	 * @param body JSON of a Bot API {@code Update}
	 * @throws RuntimeException when it is none
	 */
	static ReadUpdate read(String body) {
		Update update = Objects.requireNonNull(BotUtils.parseUpdate(body), "empty update");
		if (update.message() != null) {
			return ofMessage(update.message());
		}
		if (update.callbackQuery() != null) {
			return ofPress(update.callbackQuery());
		}
		return (update.myChatMember() != null) ? ofMembership(update.myChatMember())
				: new ReadUpdate.Ignored("a kind of update the bot does not ask for");
	}

	private static ReadUpdate ofMessage(Message message) {
		return from(message.chat(), message.from(), whatOf(message));
	}

	private static Incoming whatOf(Message message) {
		Long id = message.messageId().longValue();
		String caption = Objects.requireNonNullElse(message.caption(), "");
		if (message.photo() != null && message.photo().length > 0) {
			return new Incoming.Photo(id, largest(message.photo()), caption, message.mediaGroupId());
		}
		if (message.document() != null) {
			return new Incoming.Photo(id, file(message.document()), caption, message.mediaGroupId());
		}
		return (message.text() != null) ? ofText(id, message.text()) : new Incoming.Unsupported(id);
	}

	private static Incoming ofText(Long id, String text) {
		Matcher command = COMMAND.matcher(text.strip());
		return command.matches() ? new Incoming.Command(id, command.group(1).toLowerCase(Locale.ROOT),
				Objects.requireNonNullElse(command.group(2), "").strip()) : new Incoming.Text(id, text);
	}

	private static Incoming.SentFile largest(PhotoSize[] sizes) {
		PhotoSize largest = Arrays.stream(sizes)
			.max(Comparator.comparingLong((size) -> (long) size.width() * size.height()))
			.orElseThrow();
		return new Incoming.SentFile(largest.fileId(), largest.fileUniqueId(), null, "image/jpeg",
				orZero(largest.fileSize()));
	}

	private static Incoming.SentFile file(Document document) {
		return new Incoming.SentFile(document.fileId(), document.fileUniqueId(), document.fileName(),
				document.mimeType(), orZero(document.fileSize()));
	}

	private static ReadUpdate ofPress(CallbackQuery press) {
		MaybeInaccessibleMessage message = press.maybeInaccessibleMessage();
		if (message == null || press.data() == null) {
			return new ReadUpdate.Ignored("a press without message or data");
		}
		return from(message.chat(), press.from(),
				new Incoming.Press(message.messageId().longValue(), press.id(), press.data()));
	}

	private static ReadUpdate ofMembership(ChatMemberUpdated membership) {
		boolean gone = membership.newChatMember().status() == ChatMember.Status.kicked
				|| membership.newChatMember().status() == ChatMember.Status.left;
		return from(membership.chat(), membership.from(),
				gone ? new Incoming.BotBlocked(null) : new Incoming.BotUnblocked(null));
	}

	private static ReadUpdate from(Chat chat, @Nullable User user, Incoming what) {
		if (chat.type() != Chat.Type.Private) {
			return new ReadUpdate.Ignored("not a private chat");
		}
		if (user == null || Boolean.TRUE.equals(user.isBot())) {
			return new ReadUpdate.Ignored("not from a person");
		}
		return new ReadUpdate.FromPerson(
				new Sender(chat.id(), user.id(), Objects.requireNonNullElse(user.firstName(), ""), user.languageCode()),
				what);
	}

	private static long orZero(@Nullable Long bytes) {
		return (bytes != null) ? bytes : 0;
	}

}
