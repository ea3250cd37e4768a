package studio.avatar.sandbox.telegram.person;

import java.util.Optional;

import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Rooms;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.update.Updates;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens in groups and channels, and what the bot is told of it.
 */
public final class RoomActs {

	private final Bot bot;

	private final Contacts contacts;

	private final Rooms rooms;

	private final Chats chats;

	private final Updates updates;

	private final Speech speech;

	private final PersonActs acts;

	public RoomActs(Bot bot, Contacts contacts, Rooms rooms, Chats chats, Updates updates, Speech speech,
			PersonActs acts) {
		this.bot = bot;
		this.contacts = contacts;
		this.rooms = rooms;
		this.chats = chats;
		this.updates = updates;
		this.speech = speech;
		this.acts = acts;
	}

	/**
	 * Somebody asks the bot in, makes it something else, or throws it out.
	 */
	public void place(long roomId, long personId, Standing standing) {
		Contact person = this.contacts.speaker(personId);
		stand(roomId, person.user(), standing)
			.ifPresent((service) -> this.speech.say(this.rooms.get(roomId), person, service, true));
	}

	/** The bot goes of its own accord. */
	public void leave(long roomId) {
		stand(roomId, this.bot.user(), Standing.LEFT)
			.ifPresent((service) -> this.speech.announce(this.rooms.get(roomId), service));
	}

	/** Tells the bot; gives the service message that is to stand in the room. */
	private Optional<ObjectNode> stand(long roomId, ObjectNode by, Standing standing) {
		Room before = this.rooms.get(roomId);
		if (before.bot() == standing) {
			return Optional.empty();
		}
		Room after = this.rooms.place(roomId, standing);
		ObjectNode change = JsonMapper.shared().createObjectNode();
		change.set("chat", after.chat());
		change.set("from", by);
		change.put("date", this.chats.now());
		change.set("old_chat_member", before.bot().member(this.bot.user()));
		change.set("new_chat_member", standing.member(this.bot.user()));
		this.updates.add("my_chat_member", change);
		boolean quiet = after.kind() == Room.Kind.CHANNEL || before.bot().inside() == standing.inside();
		return quiet ? Optional.empty() : Optional.of(comingOrGoing(standing.inside()));
	}

	private ObjectNode comingOrGoing(boolean comes) {
		ObjectNode service = JsonMapper.shared().createObjectNode();
		if (comes) {
			service.putArray("new_chat_members").add(this.bot.user());
		}
		else {
			service.set("left_chat_member", this.bot.user());
		}
		return service;
	}

	/**
	 * Somebody says something.
	 * @param repliesTo the message it answers; 0 when none
	 * @throws IllegalStateException when a supergroup took the place of the group
	 */
	public void say(long roomId, long personId, String typed, long repliesTo) {
		Room room = this.rooms.get(roomId);
		if (room.migratedTo() != 0) {
			throw new IllegalStateException("the group has become the supergroup " + room.migratedTo());
		}
		Contact person = this.contacts.speaker(personId);
		Optional<ChatMessage> answered = this.chats.find(roomId, repliesTo);
		for (String text : TypedText.messages(typed)) {
			ObjectNode content = Content.text(text);
			answered.ifPresent((message) -> content.set("reply_to_message", alone(message)));
			this.speech.say(room, person, content, new Hearing(this.bot, room).hears(content, answered));
		}
	}

	/** An answered message does not carry what it answered itself. */
	private static ObjectNode alone(ChatMessage message) {
		ObjectNode alone = message.json().deepCopy();
		alone.remove("reply_to_message");
		return alone;
	}

	/**
	 * Somebody presses a button of the bot.
	 * @return the id of the callback query
	 */
	public String press(long roomId, long personId, long messageId, String data) {
		return this.acts.press(this.contacts.speaker(personId), this.rooms.get(roomId), messageId, data);
	}

	/**
	 * A group becomes a supergroup.
	 * @throws IllegalStateException when it is none
	 */
	public Room migrate(long roomId) {
		Room group = this.rooms.get(roomId);
		if (group.kind() != Room.Kind.GROUP || group.migratedTo() != 0) {
			throw new IllegalStateException("only a group becomes a supergroup, and once");
		}
		Contact owner = this.contacts.speaker(group.owner());
		Room supergroup = this.rooms.migrate(roomId);
		boolean heard = group.bot().inside();
		this.speech.say(group, owner, JsonMapper.shared().createObjectNode().put("migrate_to_chat_id", supergroup.id()),
				heard);
		this.speech.say(supergroup, owner, JsonMapper.shared().createObjectNode().put("migrate_from_chat_id", roomId),
				heard);
		return supergroup;
	}

}
