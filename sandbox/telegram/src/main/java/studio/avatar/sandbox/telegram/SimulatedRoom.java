package studio.avatar.sandbox.telegram;

import java.util.List;

import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.world.World;

/**
 * A group, supergroup or channel in this process, and what people do in it.
 */
public final class SimulatedRoom {

	private final World world;

	private final long id;

	SimulatedRoom(World world, long id) {
		this.world = world;
		this.id = id;
	}

	/** Telegram {@code Chat.id}, below 0. */
	public long id() {
		return this.id;
	}

	/** What the bot is here. */
	public Standing bot() {
		return this.world.rooms().get(this.id).bot();
	}

	/** Asks the bot in, makes it something else, throws it out. */
	public void places(Person person, Standing bot) {
		this.world.roomActs().place(this.id, person.id(), bot);
	}

	/** Somebody types a text; the bot hears it only when privacy mode lets it. */
	public void says(Person person, String text) {
		this.world.roomActs().say(this.id, person.id(), text, 0);
	}

	/** Somebody answers a message. */
	public void replies(Person person, SimulatedMessage message, String text) {
		this.world.roomActs().say(this.id, person.id(), text, message.messageId());
	}

	/** Somebody presses an inline button. */
	public void presses(Person person, SimulatedMessage message, String buttonLabel) {
		this.world.roomActs().press(this.id, person.id(), message.messageId(), message.button(buttonLabel).pressable());
	}

	/** Becomes a supergroup, as a group does that grows; gives that one. */
	public SimulatedRoom migrates() {
		return new SimulatedRoom(this.world, this.world.roomActs().migrate(this.id).id());
	}

	/** What stands here now, oldest first. */
	public List<SimulatedMessage> messages() {
		return this.world.chats().messages(this.id).stream().map(ChatMessage::view).map(MessageView::message).toList();
	}

}
