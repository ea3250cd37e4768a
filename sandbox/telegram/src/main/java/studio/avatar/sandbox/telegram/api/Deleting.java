package studio.avatar.sandbox.telegram.api;

import java.time.Duration;
import java.util.List;

import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The methods that take messages away, the bot's own and the person's, in a room those of
 * others only for an administrator; not older than 48 hours.
 */
final class Deleting {

	private static final Duration LONGEST = Duration.ofHours(48);

	private final Targets targets;

	private final Chats chats;

	Deleting(Targets targets, Chats chats) {
		this.targets = targets;
		this.chats = chats;
	}

	List<ApiMethod> methods() {
		return List.of(ApiMethod.of("deleteMessage", this::one, "chat_id", "message_id"),
				ApiMethod.of("deleteMessages", this::several, "chat_id", "message_ids"));
	}

	private JsonNode one(Call call) {
		Chat chat = chat(call);
		long messageId = call.number("message_id")
			.orElseThrow(() -> Refusal.badRequest("message identifier is not specified"));
		ChatMessage message = this.chats.find(chat.id(), messageId)
			.orElseThrow(() -> Refusal.badRequest("message to delete not found"));
		if (!mayDelete(chat, message)) {
			throw Refusal.badRequest("message can't be deleted");
		}
		this.chats.delete(message);
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

	/** Who may not write may not take away either, except what a person blocked. */
	private Chat chat(Call call) {
		if (call.text("chat_id").isEmpty()) {
			throw Refusal.badRequest("chat identifier is not specified");
		}
		Chat chat = this.targets.chat(call);
		if (chat instanceof Room room) {
			Targets.refuseGone(room);
		}
		return chat;
	}

	private JsonNode several(Call call) {
		Chat chat = chat(call);
		JsonNode ids = call.json("message_ids")
			.orElseThrow(() -> Refusal.badRequest("message identifiers are not specified"));
		if (ids.isEmpty()) {
			throw Refusal.badRequest("message identifiers are not specified");
		}
		if (ids.size() > 100) {
			throw Refusal.badRequest("too many message identifiers specified");
		}
		ids.valueStream()
			.flatMap((id) -> this.chats.find(chat.id(), id.asLong()).stream())
			.filter((message) -> mayDelete(chat, message))
			.forEach(this.chats::delete);
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

	/** In a room only an administrator takes away what others said. */
	private boolean mayDelete(Chat chat, ChatMessage message) {
		boolean allowed = switch (chat) {
			case Room room -> room.bot().inside() && (message.fromBot() || room.bot() == Standing.ADMINISTRATOR);
			case Contact contact -> true;
		};
		return allowed && !tooOld(message);
	}

	private boolean tooOld(ChatMessage message) {
		return this.chats.now() - message.date() > LONGEST.toSeconds();
	}

}
