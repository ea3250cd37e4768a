package studio.avatar.sandbox.telegram.person;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.callback.Presses;
import studio.avatar.sandbox.telegram.chat.Albums;
import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.file.Photo;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.update.Updates;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do: each act changes the chat and gives the bot an update, as Telegram
 * would.
 */
public final class PersonActs {

	private final Bot bot;

	private final Contacts contacts;

	private final Chats chats;

	private final StoredFiles files;

	private final Updates updates;

	private final Speech speech;

	private final Presses presses;

	private final ChatEvents events;

	public PersonActs(Bot bot, Contacts contacts, Chats chats, StoredFiles files, Updates updates, Speech speech,
			Presses presses, ChatEvents events) {
		this.bot = bot;
		this.contacts = contacts;
		this.chats = chats;
		this.files = files;
		this.updates = updates;
		this.speech = speech;
		this.presses = presses;
		this.events = events;
	}

	/**
	 * Types a text; a long one becomes several messages.
	 * @throws IllegalStateException when the person has blocked the bot
	 */
	public void text(long personId, String typed) {
		Contact contact = this.contacts.speaker(personId);
		List<String> messages = TypedText.messages(typed);
		if (messages.isEmpty()) {
			throw new IllegalArgumentException("a message needs words");
		}
		messages.forEach((text) -> this.speech.say(contact, Content.text(text)));
	}

	/**
	 * Sends photos: one alone, or up to ten as an album, the caption under the first.
	 * @throws studio.avatar.sandbox.telegram.file.PhotoRefused when one cannot be read;
	 * then none is sent
	 */
	public void photos(long personId, List<byte[]> pictures, @Nullable String caption) {
		Contact contact = this.contacts.speaker(personId);
		refuseCount(pictures.size());
		List<Photo> photos = pictures.stream().map(Photo::fromPerson).toList();
		Optional<String> album = albumOf(photos.size());
		for (int i = 0; i < photos.size(); i++) {
			ObjectNode content = Content.photo(this.files.addPhoto(photos.get(i)));
			this.speech.say(contact, Content.inAlbum(content, album, (i == 0) ? caption : null));
		}
	}

	/**
	 * Sends files, bytes unchanged: one alone, or up to ten as an album, the caption
	 * under the last.
	 */
	public void documents(long personId, List<Attachment> attachments, @Nullable String caption) {
		Contact contact = this.contacts.speaker(personId);
		refuseCount(attachments.size());
		Optional<String> album = albumOf(attachments.size());
		for (int i = 0; i < attachments.size(); i++) {
			Attachment attachment = attachments.get(i);
			StoredFile file = this.files.addDocument(attachment.fileName(), attachment.mimeType(),
					attachment.content());
			ObjectNode content = Content.document(file);
			this.speech.say(contact, Content.inAlbum(content, album, (i == attachments.size() - 1) ? caption : null));
		}
	}

	/** Sends something that is neither text nor photo nor file. */
	public void thing(long personId, Thing thing) {
		this.speech.say(this.contacts.speaker(personId), thing.message());
	}

	/** Forwards a photo that somebody sent elsewhere. */
	public void forward(long personId, byte[] picture) {
		Contact contact = this.contacts.speaker(personId);
		ObjectNode content = Content.photo(this.files.addPhoto(Photo.fromPerson(picture)));
		content.putObject("forward_origin")
			.put("type", "hidden_user")
			.put("sender_user_name", "Somebody")
			.put("date", this.chats.now());
		this.speech.say(contact, content);
	}

	/**
	 * Edits the words of a text or of a caption that the person sent.
	 * @throws NoSuchElementException when there is no such message of theirs
	 */
	public void edit(long personId, long messageId, String words) {
		this.contacts.speaker(personId);
		ChatMessage old = this.chats.find(personId, messageId)
			.filter((message) -> !message.fromBot())
			.orElseThrow(() -> new NoSuchElementException("no message " + messageId + " of theirs"));
		ObjectNode json = old.json().deepCopy();
		json.setAll(json.has("text") ? Content.text(words) : Content.caption(words));
		this.speech.edit(old, json);
	}

	/**
	 * Presses an inline button of a message of the bot; the message may have changed or
	 * gone since it was seen.
	 * @param data callback data of the button as it was seen
	 * @return the id of the callback query
	 */
	public String press(long personId, long messageId, String data) {
		Contact contact = this.contacts.speaker(personId);
		return press(contact, contact, messageId, data);
	}

	/** Somebody presses a button in a chat, which may be a room. */
	String press(Contact contact, Chat chat, long messageId, String data) {
		String queryId = this.presses.begin(contact.id());
		ObjectNode query = object().put("id", queryId);
		query.set("from", contact.user());
		query.set("message",
				this.chats.find(chat.id(), messageId)
					.map(ChatMessage::json)
					.orElseGet(() -> inaccessible(chat, messageId)));
		query.put("chat_instance", Long.toString(31 * this.bot.id() + chat.id())).put("data", data);
		this.updates.add("callback_query", query);
		return queryId;
	}

	/**
	 * Blocks the bot or lets it speak again; the bot is told when that changes anything.
	 */
	public void block(long personId, boolean blocked) {
		this.contacts.block(personId, blocked).ifPresent((contact) -> {
			ObjectNode change = object();
			change.set("chat", contact.chat());
			change.set("from", contact.user());
			change.put("date", this.chats.now());
			change.set("old_chat_member", standing(blocked).member(this.bot.user()));
			change.set("new_chat_member", standing(!blocked).member(this.bot.user()));
			this.updates.add("my_chat_member", change);
			this.events.tell(personId, "person", object().put("blocked", blocked));
		});
	}

	private static Standing standing(boolean member) {
		return member ? Standing.MEMBER : Standing.KICKED;
	}

	private static void refuseCount(int count) {
		if (count < 1 || count > 10) {
			throw new IllegalArgumentException("one file, or 2 to 10 as an album, not " + count);
		}
	}

	private static Optional<String> albumOf(int count) {
		return (count > 1) ? Optional.of(Albums.newId()) : Optional.empty();
	}

	private static ObjectNode inaccessible(Chat chat, long messageId) {
		ObjectNode message = object();
		message.set("chat", chat.chat());
		return message.put("message_id", messageId).put("date", 0);
	}

	private static ObjectNode object() {
		return JsonMapper.shared().createObjectNode();
	}

}
