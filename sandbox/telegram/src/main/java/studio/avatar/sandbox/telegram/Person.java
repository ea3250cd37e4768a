package studio.avatar.sandbox.telegram;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;

/**
 * Somebody who chats with the bot and sees what a person would see, in this process or
 * over HTTP.
 */
public sealed interface Person permits SimulatedPerson, RemotePerson {

	/**
	 * Telegram {@code User.id}; also the id of the private chat with the bot.
	 */
	long id();

	/**
	 * Types a text; commands in it get {@code bot_command} entities.
	 */
	void sends(String text);

	/**
	 * Sends a picture as a photo: re-encoded as JPEG, longer side at most 1280, as
	 * Telegram does.
	 */
	void sendsPhoto(byte[] picture, @Nullable String caption);

	/**
	 * Sends 2 to 10 photos as one album: one update each, all with the same
	 * {@code media_group_id}.
	 */
	void sendsAlbum(List<byte[]> pictures);

	/**
	 * Sends a file, bytes unchanged.
	 */
	void sendsDocument(String fileName, String mimeType, byte[] content);

	/**
	 * Presses an inline button as it stood in that message, even if the message has
	 * changed or gone since.
	 * @throws java.util.NoSuchElementException when the message has no such button; says
	 * which it has
	 */
	void presses(SimulatedMessage message, String buttonLabel);

	/**
	 * Pays an invoice with Stars and waits for the bot to agree, 10 seconds at most.
	 * @throws java.util.NoSuchElementException when the message is no invoice
	 */
	PaymentOutcome pays(SimulatedMessage invoice);

	/**
	 * Pays what lies behind a link that {@code createInvoiceLink} made.
	 */
	PaymentOutcome paysLink(String link);

	/** How many Stars the person has; 10,000 at first. */
	int stars();

	/**
	 * The chat as the person sees it now, both sides, oldest first: edits applied,
	 * deleted messages gone.
	 */
	List<SimulatedMessage> messages();

	/**
	 * Toasts and alerts that answers to button presses showed, oldest first.
	 */
	List<CallbackAnswer> toasts();

	/**
	 * The bytes of a photo or document.
	 */
	byte[] file(String fileId);

	/**
	 * Blocks the bot: it gets {@code my_chat_member}, and 403 for whatever it sends.
	 */
	void blocksBot();

	/**
	 * Takes the block back; the bot gets {@code my_chat_member}.
	 */
	void unblocksBot();

	/**
	 * What the bot said last, if it is still there.
	 */
	default Optional<SimulatedMessage> lastFromBot() {
		return messages().reversed().stream().filter(SimulatedMessage::fromBot).findFirst();
	}

}
