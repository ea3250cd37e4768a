package studio.avatar.sandbox.telegram.api;

import java.util.List;

import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.person.RoomActs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods about a chat itself: what it is, who is in it, going.
 */
final class Chatting {

	private final Bot bot;

	private final Targets targets;

	private final Contacts contacts;

	private final RoomActs acts;

	Chatting(Bot bot, Targets targets, Contacts contacts, RoomActs acts) {
		this.bot = bot;
		this.targets = targets;
		this.contacts = contacts;
		this.acts = acts;
	}

	List<ApiMethod> methods() {
		return List.of(ApiMethod.of("getChat", this::chat, "chat_id"),
				ApiMethod.of("getChatMember", this::member, "chat_id", "user_id"),
				ApiMethod.of("leaveChat", this::leave, "chat_id"));
	}

	private JsonNode chat(Call call) {
		Chat chat = inside(call);
		ObjectNode full = chat.chat().put("accent_color_id", Math.floorMod(chat.id(), 7)).put("max_reaction_count", 11);
		full.putObject("accepted_gift_types")
			.put("unlimited_gifts", false)
			.put("limited_gifts", false)
			.put("unique_gifts", false)
			.put("premium_subscription", false)
			.put("gifts_from_channels", false);
		return full;
	}

	private JsonNode member(Call call) {
		Chat chat = inside(call);
		long userId = call.number("user_id")
			.filter((id) -> id > 0)
			.orElseThrow(() -> Refusal.badRequest("invalid user_id specified"));
		if (userId == this.bot.id()) {
			return ((chat instanceof Room room) ? room.bot() : Standing.MEMBER).member(this.bot.user());
		}
		ObjectNode user = this.contacts.find(userId).orElseThrow(() -> Refusal.badRequest("user not found")).user();
		boolean owner = chat instanceof Room room && room.owner() == userId;
		return owner ? Standing.MEMBER.member(user).put("status", "creator").put("is_anonymous", false)
				: Standing.MEMBER.member(user);
	}

	private JsonNode leave(Call call) {
		return switch (inside(call)) {
			case Room room -> {
				this.acts.leave(room.id());
				yield JsonNodeFactory.instance.booleanNode(true);
			}
			case Contact contact -> throw Refusal.badRequest("chat member status can't be changed in private chats");
		};
	}

	private Chat inside(Call call) {
		Chat chat = this.targets.chat(call);
		if (chat instanceof Room room) {
			Targets.refuseOutside(room);
		}
		return chat;
	}

}
