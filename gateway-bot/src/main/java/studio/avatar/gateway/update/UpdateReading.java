package studio.avatar.gateway.update;

import java.util.Objects;

import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.ChatMemberUpdated;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.utility.BotUtils;
import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;

/**
 * Telegram's words into ours, at this one place; {@link UpdateKind} lists what it reads.
 */
final class UpdateReading {

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
			return ofMessage(update.message(), body);
		}
		if (update.editedMessage() != null) {
			return ofEdit(update.editedMessage());
		}
		if (update.callbackQuery() != null) {
			return ofPress(update.callbackQuery());
		}
		if (update.channelPost() != null) {
			return new ReadUpdate.InChannel(update.channelPost().chat().id());
		}
		return (update.myChatMember() != null) ? ofMembership(update.myChatMember())
				: new ReadUpdate.Ignored("a kind of update the bot does not ask for");
	}

	private static ReadUpdate ofMessage(Message message, String body) {
		if (isGroup(message.chat())) {
			return GroupReading.of(message);
		}
		Incoming what = MessageReading.of(message, body);
		return (what != null) ? from(message.chat(), message.from(), what)
				: new ReadUpdate.Ignored("Telegram's own words about the chat");
	}

	/** What a live location does is told as edits. */
	private static ReadUpdate ofEdit(Message message) {
		if (message.location() != null) {
			return new ReadUpdate.Ignored("a location that moves");
		}
		return from(message.chat(), message.from(), new Incoming.Edited(message.messageId().longValue()));
	}

	private static ReadUpdate ofPress(CallbackQuery press) {
		MaybeInaccessibleMessage message = press.maybeInaccessibleMessage();
		if (message == null || message.chat().type() != Chat.Type.Private) {
			return new ReadUpdate.StrayPress(press.id());
		}
		return from(message.chat(), press.from(), new Incoming.Press(message.messageId().longValue(), press.id(),
				Objects.requireNonNullElse(press.data(), "")));
	}

	private static ReadUpdate ofMembership(ChatMemberUpdated membership) {
		ChatMember.Status status = membership.newChatMember().status();
		boolean gone = status == ChatMember.Status.kicked || status == ChatMember.Status.left;
		if (membership.chat().type() == Chat.Type.channel) {
			return gone ? new ReadUpdate.Ignored("the bot is out of a channel")
					: new ReadUpdate.InChannel(membership.chat().id());
		}
		if (isGroup(membership.chat()) && !gone) {
			return new ReadUpdate.IntoGroup(membership.chat().id());
		}
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

	private static boolean isGroup(Chat chat) {
		return chat.type() == Chat.Type.group || chat.type() == Chat.Type.supergroup;
	}

}
