package studio.avatar.sandbox.telegram.chat;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody who has a chat with the bot.
 */
public final class Contacts implements Remembered {

	private final Map<Long, Contact> contacts = new TreeMap<>();

	private final ChangeLog log;

	public Contacts(ChangeLog log) {
		this.log = log;
	}

	/** Creates or finds a person; a known one keeps the block from before. */
	public synchronized Contact meet(long id, String firstName, String languageCode) {
		Contact known = this.contacts.get(id);
		return keep(new Contact(id, firstName, languageCode, known != null && known.blocked(),
				known != null && known.deactivated()));
	}

	/** The person of that chat. */
	public synchronized Optional<Contact> find(long id) {
		return Optional.ofNullable(this.contacts.get(id));
	}

	/**
	 * The person of that chat, who may speak.
	 * @throws NoSuchElementException when nobody has that id
	 * @throws IllegalStateException when the person has blocked the bot
	 */
	public Contact speaker(long id) {
		Contact contact = find(id).orElseThrow(() -> new NoSuchElementException("nobody has the id " + id));
		if (contact.deactivated()) {
			throw new IllegalStateException(contact.firstName() + " has no account any more");
		}
		if (contact.blocked()) {
			throw new IllegalStateException(contact.firstName() + " has blocked the bot");
		}
		return contact;
	}

	/** Everybody, by id. */
	public synchronized List<Contact> all() {
		return List.copyOf(this.contacts.values());
	}

	/**
	 * Blocks the bot or takes the block back.
	 * @return the person as changed; empty when nothing changed
	 */
	public synchronized Optional<Contact> block(long id, boolean blocked) {
		return find(id).filter((contact) -> contact.blocked() != blocked)
			.map((contact) -> keep(contact.withBlocked(blocked)));
	}

	/**
	 * A person deletes the account.
	 * @throws NoSuchElementException when nobody has that id
	 */
	public synchronized void deactivate(long id) {
		keep(find(id).orElseThrow(() -> new NoSuchElementException("nobody has the id " + id)).withDeactivated());
	}

	private Contact keep(Contact contact) {
		if (!contact.equals(this.contacts.put(contact.id(), contact))) {
			this.log.append(kind(), JsonMapper.shared().valueToTree(contact));
		}
		return contact;
	}

	@Override
	public String kind() {
		return "contact";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		Contact contact = Contact.of(change);
		this.contacts.put(contact.id(), contact);
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.contacts.values().forEach((contact) -> changes.accept(JsonMapper.shared().valueToTree(contact)));
	}

}
